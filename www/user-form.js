/** One form to create and to edit a user. */

import { byId, element, radioValue } from "./dom.js";
import { createDialog } from "./dialog.js";
import { createPermissionSwitches } from "./permission-switches.js";
import { LANGUAGES, blankDraft, changesBetween, draftOf, hasField } from "./draft.js";
import { nameOf } from "./user-table.js";

const TEXT_FIELDS = ["firstName", "lastName", "email", "phone", "password", "platformLanguage"];

/**
 * @typedef {object} Context of one opening
 * @property {"v1" | "v2" | "v3"} api
 * @property {ReturnType<typeof import("./locations.js").createLocations>} locations
 * @property {(draft: import("./draft.js").Draft) => Promise<void>} save rejects when it could not be saved
 * @property {(problem: import("./problem.js").Problem, draft: import("./draft.js").Draft) => void} onMissed told why what was sent
 *   could not be saved, when the form was closed meanwhile
 * @property {import("./draft.js").Draft} [draft] what the form holds at first, when that is not what the user has
 * @property {import("./problem.js").Problem} [problem] shown from the start
 */

export function createUserForm() {
  const form = byId("user-form");
  const switches = createPermissionSwitches();
  const dialog = createDialog(byId("user-dialog"));
  const control = (name) => form.elements.namedItem(name);
  const part = (name) => form.querySelector(`[data-field="${name}"]`) ?? control(name)?.closest?.(".field");
  // Of the opening that is shown.
  let api = "v2";
  let user = null;
  let start = blankDraft(api);

  form.addEventListener("input", tellChanges);

  function draftOfForm() {
    const texts = Object.fromEntries(TEXT_FIELDS.map((name) => [name, control(name).value.trim()]));
    const more = control("moreLocations").value.split(",").map((id) => id.trim()).filter(Boolean);
    const ticked = [...form.querySelectorAll("[name=locationId]:checked")].map(({ value }) => value);
    return {
      ...texts,
      password: control("password").value,
      // A type or role that the form has no button for stays as it came.
      type: radioValue(form, "type") || start.type,
      role: radioValue(form, "role") || start.role,
      locationIds: [...new Set([...ticked, ...more])],
      permissions: switches.read(),
    };
  }

  function tellChanges() {
    const changes = user && changesBetween(user, draftOfForm(), api);
    const told = changes ? `Sends ${Object.keys(changes).join(", ")}` : "Nothing changed yet";
    byId("user-changes").textContent = user ? told : "";
  }

  /** Puts each sentence beside its field, and the focus on the first of them. */
  function showFieldProblems({ fields }) {
    clearFieldProblems();
    for (const [name, text] of fields) {
      const place = part(name);
      if (!place || place.hidden) continue;
      const id = `problem-${name}`;
      place.append(element("small", { class: "field-problem", id }, text));
      const input = place.querySelector("input, select");
      input.setAttribute("aria-invalid", "true");
      describe(input, (ids) => [id, ...ids]);
    }
    (form.querySelector("[aria-invalid]") ?? byId("user-problem")).focus();
  }

  function clearFieldProblems() {
    for (const told of form.querySelectorAll(".field-problem")) told.remove();
    for (const input of form.querySelectorAll("[aria-invalid]")) {
      input.removeAttribute("aria-invalid");
      describe(input, (ids) => ids.filter((id) => !id.startsWith("problem-")));
    }
  }

  function fill(draft, locations) {
    for (const name of TEXT_FIELDS.slice(0, -1)) control(name).value = draft[name];
    fillLanguages(control("platformLanguage"), draft.platformLanguage);
    control("type").value = draft.type;
    control("role").value = draft.role;
    const others = draft.locationIds.filter((id) => !locations.some(([known]) => known === id));
    control("moreLocations").value = others.join(", ");
    byId("user-locations").replaceChildren(...locations.map(([id, name]) => locationCheck(id, name, draft.locationIds.includes(id))));
    switches.show(api, draft.permissions);
  }

  return {
    /** @param {object | null} edited the user as the server sent it just now; null for a new one @param {Context} context */
    open(edited, { locations, save, onMissed, draft, problem, ...context }) {
      ({ api } = context);
      user = edited;
      start = user ? draftOf(user) : blankDraft(api);
      clearFieldProblems();
      fill(draft ?? start, locations.entries());
      part("phone").hidden = !hasField(api, "phone");
      part("platformLanguage").hidden = !hasField(api, "platformLanguage");
      part("password").hidden = user !== null;
      byId("more-locations").hidden = locations.isComplete;
      const emailIsFixed = user !== null && api !== "v1";
      control("email").readOnly = emailIsFixed;
      byId("email-hint").hidden = !emailIsFixed;
      byId("user-dialog-title").textContent = user ? `Edit ${nameOf(user)}` : "New user";
      form.querySelector("[type=submit]").textContent = user ? "Save changes" : "Create user";
      tellChanges();
      let sent = draft;
      dialog.show({
        submit: () => save(sent = draftOfForm()),
        onProblem: showFieldProblems,
        onMissed: (missed) => onMissed(missed, sent),
      });
      byId("user-dialog").querySelector(".dialog-body").scrollTop = 0;
      control("firstName").focus();
      if (problem) dialog.tell(problem);
    },
  };
}

/** Changes by which elements a control is described. */
function describe(input, change) {
  const ids = change((input.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean));
  if (ids.length > 0) input.setAttribute("aria-describedby", ids.join(" "));
  else input.removeAttribute("aria-describedby");
}

function fillLanguages(select, chosen) {
  const known = LANGUAGES.some(([code]) => code === chosen) || chosen === "" ? LANGUAGES : [...LANGUAGES, [chosen, chosen]];
  select.replaceChildren(...[["", "Not set"], ...known].map(([code, name]) => element("option", { value: code }, name)));
  select.value = chosen;
}

function locationCheck(id, name, isChecked) {
  const input = element("input", { type: "checkbox", name: "locationId", value: id });
  input.checked = isChecked;
  return element("label", { class: "check" }, input, element("span", {}, name));
}
