/** The table of users. It shows what it is given, and says which user's button was pressed. */

import { byId, element, fromTemplate, icon } from "./dom.js";

const AVATAR_TINTS = 6;
const SKELETON_ROWS = 8;
const TYPES = { account: "Account", agency: "Agency" };
const ROLES = { admin: "Admin", user: "User" };

/** @param {object} user @returns {string} the name as people say it, or what comes nearest */
export function nameOf({ name, firstName = "", lastName = "", email = "", id }) {
  return name || `${firstName} ${lastName}`.trim() || email || id;
}

/** @param {{ onEdit(user: object): void, onDelete(user: object): void }} handlers */
export function createUserTable({ onEdit, onDelete }) {
  const table = byId("user-table");
  const body = table.tBodies[0];
  const empty = byId("empty");
  let shown = new Map();
  let openingId = null;

  /** Lets the button say that its form is about to open. */
  function mark(button) {
    button.ariaBusy = String(button.closest("tr").dataset.id === openingId);
  }

  body.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-action]");
    if (!button) return;
    const user = shown.get(button.closest("tr").dataset.id);
    (button.dataset.action === "edit" ? onEdit : onDelete)(user);
  });

  return {
    /** Placeholders for a first page, a quieter sign for those after. */
    loading() {
      table.ariaBusy = "true";
      empty.hidden = true;
      table.hidden = false;
      if (shown.size === 0) body.replaceChildren(...Array.from({ length: SKELETON_ROWS }, skeletonRow));
    },

    /** Marks the one user whose form is about to open. @param {string | null} id */
    opening(id) {
      openingId = id;
      body.querySelectorAll("[data-action=edit]").forEach(mark);
    },

    /** What was shown stays, after a load that failed. */
    settled() {
      table.ariaBusy = "false";
      if (shown.size === 0) body.replaceChildren();
    },

    /**
     * @param {object[]} users
     * @param {object} context
     * @param {(ids: string[]) => string} context.locationText what to call a user's locations
     * @param {(id: string) => boolean} context.isQueued whether the user's deletion is under way
     * @param {string} context.emptyText what to say when there is nobody
     * @param {boolean} context.isNarrowed whether a search or a filter can be cleared
     */
    show(users, { locationText, isQueued, emptyText, isNarrowed }) {
      const focused = focusedButton(body);
      shown = new Map(users.map((user) => [user.id, user]));
      body.replaceChildren(...users.map((user) => row(user, locationText, isQueued(user.id))));
      body.querySelectorAll("[data-action=edit]").forEach(mark);
      table.ariaBusy = "false";
      table.hidden = users.length === 0;
      empty.hidden = users.length > 0;
      empty.querySelector("p").textContent = emptyText;
      byId("clear-filters").hidden = !isNarrowed;
      if (focused) (body.querySelector(focused) ?? byId("users-title")).focus();
    },
  };
}

/** A selector for the button that has the focus, so that it keeps it when the rows are replaced. */
function focusedButton(body) {
  const button = document.activeElement;
  if (!body.contains(button) || !button.dataset.action) return null;
  return `tr[data-id="${CSS.escape(button.closest("tr").dataset.id)}"] [data-action="${button.dataset.action}"]`;
}

function row(user, locationText, isQueued) {
  const { id, email = "", phone = "", roles = {} } = user;
  const made = fromTemplate("user-row");
  const cell = (name) => made.querySelector(`.${name}`);
  made.dataset.id = id;
  made.classList.toggle("queued", isQueued);
  cell("avatar").textContent = initialsOf(user);
  cell("avatar").dataset.tint = String(tintOf(id));
  cell("name").textContent = nameOf(user);
  cell("email").textContent = email;
  cell("type").textContent = TYPES[roles.type] ?? roles.type ?? "";
  cell("role").append(element("span", { class: roles.role === "admin" ? "badge admin" : "badge" }, ROLES[roles.role] ?? roles.role ?? "none"));
  cell("locations").textContent = locationText(roles.locationIds ?? []);
  cell("phone").textContent = phone;
  cell("actions").append(...(isQueued ? [element("span", { class: "badge warn" }, "Deletion queued")] : buttons(user)));
  return made;
}

function buttons(user) {
  const button = (action, word) => {
    const made = element("button", { type: "button", class: "icon-button", "data-action": action, "aria-label": `${word} ${nameOf(user)}` });
    made.append(icon(action));
    return made;
  };
  return [button("edit", "Edit"), button("delete", "Delete")];
}

function initialsOf({ firstName = "", lastName = "", email = "" }) {
  const [first = "", second = ""] = [...firstName].slice(0, 1).concat([...lastName].slice(0, 1));
  return (first + second || [...email].slice(0, 1).join("")).toUpperCase();
}

/** Always the same colour for the same user. */
function tintOf(id) {
  return [...id].reduce((sum, character) => sum + character.codePointAt(0), 0) % AVATAR_TINTS;
}

function skeletonRow() {
  const made = fromTemplate("user-row");
  made.classList.add("skeleton");
  made.ariaHidden = "true";
  return made;
}
