/** Permissions as labelled switches, in groups; a group can be turned on or off as a whole. */

import { byId, element } from "./dom.js";
import { permissionGroups } from "./permissions.js";

export function createPermissionSwitches() {
  const root = byId("user-permissions");

  root.addEventListener("click", (event) => {
    const all = event.target.closest("button[data-all]");
    if (!all) return;
    const group = all.closest("fieldset");
    const turnOn = all.dataset.all === "on";
    for (const input of switchesIn(group)) input.checked = turnOn;
    // The form listens to changes of its controls; a switch set by code says nothing by itself.
    root.dispatchEvent(new Event("input", { bubbles: true }));
  });
  root.addEventListener("input", () => root.querySelectorAll("fieldset").forEach(count));

  return {
    /** @param {"v1" | "v2" | "v3"} api @param {Record<string, boolean>} permissions */
    show(api, permissions) {
      root.replaceChildren(...permissionGroups(api, permissions).map((group) => groupOf(group, permissions)));
      root.querySelectorAll("fieldset").forEach(count);
    },
    /** @returns {Record<string, boolean>} */
    read() {
      return Object.fromEntries(switchesIn(root).map(({ name, checked }) => [name, checked]));
    },
  };
}

function switchesIn(part) {
  return [...part.querySelectorAll("input[role=switch]")];
}

function groupOf({ title, permissions }, values) {
  return element("fieldset", { class: "permission-group" },
    element("legend", {}, title),
    element("p", { class: "group-tools" }, element("span", { class: "count" }), element("button", { type: "button", class: "link" })),
    ...permissions.map((permission) => switchOf(permission, values[permission.key] === true)));
}

function switchOf({ key, label }, isOn) {
  const input = element("input", { type: "checkbox", role: "switch", name: key, "aria-describedby": `permission-${key}` });
  input.checked = isOn;
  return element("label", { class: "switch" },
    element("span", {}, label, element("code", { id: `permission-${key}`, "aria-hidden": "true" }, key)), input);
}

function count(group) {
  const switches = switchesIn(group);
  const on = switches.filter(({ checked }) => checked).length;
  const button = group.querySelector("button[data-all], .link");
  const turn = on === switches.length ? "off" : "on";
  group.querySelector(".count").textContent = `${on} of ${switches.length} on`;
  button.dataset.all = turn;
  button.textContent = `Turn all ${turn}`;
  button.ariaLabel = `Turn all ${turn}: ${group.querySelector("legend").textContent}`;
}
