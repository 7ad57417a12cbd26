/** Asks before a user is deleted, and names the user. */

import { byId } from "./dom.js";
import { createDialog } from "./dialog.js";
import { nameOf } from "./user-table.js";

const QUEUED = "HighLevel queues the deletion; it takes effect within a few minutes. The API has no way to bring a deleted user back.";
const WHAT_HAPPENS = {
  v1: "The user is gone at once. The API has no way to bring a deleted user back.",
  v2: QUEUED,
  v3: QUEUED,
};

/** @param {(user: object) => Promise<void>} onDelete */
export function createDeleteDialog(onDelete) {
  let current;
  const dialog = createDialog(byId("delete-dialog"), () => onDelete(current));
  return {
    /** @param {object} user @param {"v1" | "v2" | "v3"} api */
    open(user, api) {
      current = user;
      byId("delete-title").textContent = `Delete ${nameOf(user)}?`;
      byId("delete-who").textContent = user.email ?? user.id;
      byId("delete-text").textContent = WHAT_HAPPENS[api];
      dialog.show();
    },
  };
}
