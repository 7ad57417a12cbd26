/**
 * Creating, editing and deleting: what opens, what waits meanwhile, and what became of it. A form that is closed while something is
 * sent goes on without it; what comes of that is told above the table, and what was typed is kept.
 */

import { createDeleteDialog } from "./delete-dialog.js";
import { createLatest } from "./latest.js";
import { isCancelled, problemOf } from "./problem.js";
import { createUserForm } from "./user-form.js";
import { nameOf } from "./user-table.js";

/** The topic of a form that could not be opened. */
const OPENING = "opening";

/**
 * @typedef {object} Home what a connection brings along; each opening stays with the one that it began in
 * @property {import("./connection.js").Connection} connection
 * @property {ReturnType<typeof import("./directory.js").createDirectory>} directory
 * @property {ReturnType<typeof import("./locations.js").createLocations>} locations
 */

/**
 * @param {object} page
 * @param {() => Home} page.home
 * @param {ReturnType<typeof import("./user-table.js").createUserTable>} page.table
 * @param {ReturnType<typeof import("./status.js").createStatus>} page.status
 * @param {ReturnType<typeof import("./banners.js").createBanners>} page.banners
 * @param {(done: { notice: string, isQuiet?: boolean, queuedId?: string }) => void} page.onDone
 */
export function createWriting({ home, table, status, banners, onDone }) {
  const userForm = createUserForm();
  const deleteDialog = createDeleteDialog();
  const openings = createLatest();
  /** Whose form is about to open. */
  let awaited = null;

  /** Reads the user again before the form opens: lists may leave permissions out. */
  async function edit(user) {
    if (awaited === user.id) return;
    cancel();
    const signal = openings.next();
    const told = status.waitFor(`Opening ${nameOf(user)}…`);
    awaited = user.id;
    table.opening(user.id);
    signal.addEventListener("abort", () => {
      told();
      awaited = null;
      table.opening(null);
    });
    try {
      const read = await home().directory.get(user.id, signal);
      if (!signal.aborted) openForm(read);
    } catch (error) {
      if (signal.aborted) return;
      cancel();
      if (!isCancelled(error)) banners.show(OPENING, problemOf(error), { word: "Try again", go: () => edit(user) });
    }
  }

  /** Ends the waiting for a form: it opens now, or something else was asked for. */
  function cancel() {
    openings.cancel();
    banners.hide(OPENING);
  }

  /** @param {object | null} user @param {{ draft?: import("./draft.js").Draft, problem?: import("./problem.js").Problem }} [before] from a form that was closed */
  function openForm(user, before = {}) {
    cancel();
    const at = home();
    if (user) at.locations.learnFrom([user]);
    userForm.open(user, {
      api: at.connection.api,
      locations: at.locations,
      ...before,
      save: (draft) => save(at, draft, user),
      onMissed: (problem, draft) => {
        const what = user ? `${nameOf(user)} was not saved` : `${nameOf(draft) || "The new user"} was not created`;
        miss(at, what, problem, { word: "Open the form again", go: () => openForm(user, { draft, problem }) });
      },
    });
  }

  async function save(at, draft, user) {
    const told = status.waitFor(user ? `Saving ${nameOf(user)}…` : "Creating a user…");
    try {
      if (user === null) {
        const created = await at.directory.create(draft);
        done(at, { notice: `Created ${nameOf({ ...draft, ...created })}` });
      } else if (await at.directory.update(user, draft)) {
        done(at, { notice: `Saved ${nameOf({ ...draft, id: user.id })}`, isQuiet: true });
      }
    } finally {
      told();
    }
  }

  function ask(user, problem) {
    cancel();
    const at = home();
    const opening = {
      submit: () => remove(at, user),
      onMissed: (missed) => miss(at, `${nameOf(user)} was not deleted`, missed, { word: "Ask again", go: () => ask(user, missed) }),
    };
    deleteDialog.open(user, at.connection.api, opening, problem);
  }

  async function remove(at, user) {
    const told = status.waitFor(`Deleting ${nameOf(user)}…`);
    try {
      const { isQueued } = await at.directory.delete(user.id);
      const notice = isQueued ? `Deletion of ${nameOf(user)} queued` : `Deleted ${nameOf(user)}`;
      done(at, { notice, isQuiet: true, queuedId: isQueued ? user.id : undefined });
    } finally {
      told();
    }
  }

  function done(at, what) {
    if (at === home()) onDone(what);
  }

  /** Tells what the form can tell no more. Its way on is open only where it began. */
  function miss(at, what, { title, text, ...rest }, way) {
    banners.show({}, { ...rest, title: what, text: `${title}. ${text}` }, at === home() ? way : undefined);
  }

  return { create: () => openForm(null), edit, remove: (user) => ask(user), cancel };
}
