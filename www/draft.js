/**
 * A draft is what the form holds: plain strings, a set of locations, a switch per permission. From it come the inputs of
 * `users.create` and `users.update`. Pure, so that what is sent can be judged without a form.
 *
 * @typedef {object} Draft
 * @property {string} firstName
 * @property {string} lastName
 * @property {string} email
 * @property {string} [phone] v2 and v3
 * @property {string} [password] while creating
 * @property {string} type
 * @property {string} role
 * @property {string[]} locationIds
 * @property {string} [platformLanguage] v2 and v3
 * @property {Record<string, boolean>} permissions
 */

import { presetPermissions } from "./permissions.js";

/** The languages that HighLevel documents. */
export const LANGUAGES = [
  ["en_US", "English"], ["es", "Spanish"], ["fr_CA", "French (Canada)"], ["fr_FR", "French (France)"], ["nl", "Dutch"],
  ["de", "German"], ["pt_PT", "Portuguese (Portugal)"], ["pt_BR", "Portuguese (Brazil)"], ["it", "Italian"], ["sv", "Swedish"],
  ["da", "Danish"], ["fi", "Finnish"], ["no", "Norwegian"],
];

/** The fields that hold one value each. */
const FIELDS = ["firstName", "lastName", "email", "phone", "platformLanguage", "type", "role"];

/** Fields that v1 does not have. */
const LATER_FIELDS = ["phone", "platformLanguage"];

/** @param {string} api @param {string} field */
export function hasField(api, field) {
  return api !== "v1" || !LATER_FIELDS.includes(field);
}

/** The draft of a new user. @param {"v1" | "v2" | "v3"} api @returns {Draft} */
export function blankDraft(api) {
  return {
    firstName: "", lastName: "", email: "", phone: "", password: "", type: "account", role: "user", locationIds: [],
    platformLanguage: "", permissions: presetPermissions(api),
  };
}

/** The draft of a user as the server sent it. @returns {Draft} */
export function draftOf(user) {
  const { firstName = "", lastName = "", email = "", phone = "", platformLanguage = "", roles = {}, permissions = {} } = user;
  return {
    firstName, lastName, email, phone, password: "", platformLanguage,
    type: roles.type ?? "", role: roles.role ?? "", locationIds: roles.locationIds ?? [],
    permissions: Object.fromEntries(Object.entries(permissions).filter(([, value]) => typeof value === "boolean")),
  };
}

/** The input of `users.create`: everything that is filled in. @param {Draft} draft @param {string} api */
export function createInput(draft, api) {
  const filled = Object.entries(draft).filter(([field, value]) => value !== "" && value !== undefined && hasField(api, field));
  return Object.fromEntries(filled);
}

/**
 * The input of `users.update`: what changed, or `null` when nothing did. Permissions travel whole, because the API does not say
 * whether it merges; locations replace, and are left out unless they changed. v1 wants the full body each time.
 * @param {Record<string, any>} user as the server sent it
 * @param {Draft} draft
 * @param {"v1" | "v2" | "v3"} api
 * @returns {Record<string, unknown> | null}
 */
export function changesBetween(user, draft, api) {
  const before = draftOf(user);
  const changes = {};
  for (const field of FIELDS) {
    if (hasField(api, field) && draft[field] !== before[field]) changes[field] = draft[field];
  }
  if (!sameMembers(draft.locationIds, before.locationIds)) changes.locationIds = draft.locationIds;
  const switched = switchedIn(draft, before);
  if (switched.length > 0) changes.permissions = { ...user.permissions, ...Object.fromEntries(switched) };
  if (Object.keys(changes).length === 0) return null;
  if (api !== "v1") return changes;
  const { firstName, lastName, email, type, role, locationIds } = draft;
  return { firstName, lastName, email, type, role, locationIds, permissions: user.permissions ?? {}, ...changes };
}

/**
 * The draft as if its form had been opened on `fresh`: what was changed in it, and all else as it is there now.
 * @param {Draft} draft
 * @param {Record<string, any>} user as the server sent it when the form was opened
 * @param {Record<string, any>} fresh the same user, read again
 * @returns {Draft}
 */
export function rebased(draft, user, fresh) {
  const before = draftOf(user);
  const now = draftOf(fresh);
  const fields = FIELDS.map((field) => [field, draft[field] === before[field] ? now[field] : draft[field]]);
  const isAdded = (id) => !before.locationIds.includes(id);
  const kept = now.locationIds.filter((id) => draft.locationIds.includes(id) || isAdded(id));
  return {
    ...draft,
    ...Object.fromEntries(fields),
    locationIds: [...new Set([...kept, ...draft.locationIds.filter(isAdded)])],
    permissions: { ...now.permissions, ...Object.fromEntries(switchedIn(draft, before)) },
  };
}

/** The permissions that are not as they were, with what they are now. A missing one counts as off. */
function switchedIn(draft, before) {
  return Object.entries(draft.permissions).filter(([key, value]) => value !== (before.permissions[key] ?? false));
}

function sameMembers(left, right) {
  return left.length === right.length && left.every((member) => right.includes(member));
}
