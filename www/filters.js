/** Search box, role and location: what the table is narrowed to. */

import { byId, element } from "./dom.js";

/** Long enough to type a word, short enough to feel immediate. */
const TYPING_PAUSE_MS = 250;

/** @param {(change: { query?: string, role?: string, locationId?: string }) => void} onChange */
export function createFilters(onChange) {
  const query = byId("filter-query");
  const role = byId("filter-role");
  const location = byId("filter-location");
  let pause;

  query.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(() => onChange({ query: query.value }), TYPING_PAUSE_MS);
  });
  role.addEventListener("change", () => onChange({ role: role.value }));
  location.addEventListener("change", () => onChange({ locationId: location.value }));
  byId("clear-filters").addEventListener("click", () => {
    clearTimeout(pause);
    query.value = role.value = location.value = "";
    query.focus();
    onChange({ query: "", role: "", locationId: "" });
  });

  return {
    /** @param {import("./directory.js").View} view @param {ReturnType<typeof import("./locations.js").createLocations>} locations */
    show(view, locations) {
      const options = locations.entries().map(([id, name]) => element("option", { value: id }, name));
      location.replaceChildren(element("option", { value: "" }, "Any"), ...options);
      role.value = view.role;
      location.value = view.locationId;
      // What is being typed right now is newer than the view.
      if (document.activeElement !== query) query.value = view.query;
    },
  };
}
