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

export function createDeleteDialog() {
  const dialog = createDialog(byId("delete-dialog"));
  return {
    /**
     * @param {object} user
     * @param {"v1" | "v2" | "v3"} api
     * @param {import("./dialog.js").Opening} opening
     * @param {import("./problem.js").Problem} [problem] shown from the start
     */
    open(user, api, opening, problem) {
      byId("delete-title").textContent = `Delete ${nameOf(user)}?`;
      byId("delete-who").textContent = user.email ?? user.id;
      byId("delete-text").textContent = WHAT_HAPPENS[api];
      dialog.show(opening);
      if (problem) dialog.tell(problem);
    },
  };
}
