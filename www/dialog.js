/** What both dialogs share: closing them, waiting while something is sent, and telling a problem inside of them. */

import { problemOf, tell } from "./problem.js";

/**
 * One time that a dialog is shown. It goes on when the dialog is closed while something is sent, and touches no later one.
 *
 * @typedef {object} Opening
 * @property {() => Promise<void>} submit what the form does; the dialog closes when it resolves
 * @property {(problem: import("./problem.js").Problem) => void} [onProblem] told of a problem after it is shown
 * @property {(problem: import("./problem.js").Problem) => void} onMissed told of a problem that the dialog, closed, cannot show
 */

/** @param {HTMLDialogElement} dialog with a form, [data-close] buttons and a .form-problem */
export function createDialog(dialog) {
  const form = dialog.querySelector("form");
  const told = dialog.querySelector(".form-problem");
  const submit = form.querySelector("[type=submit]");
  /** @type {Opening | null} */
  let shown = null;
  const sending = new WeakSet();

  function present(problem) {
    tell(told, problem);
    shown.onProblem?.(problem);
  }

  async function send(opening) {
    if (sending.has(opening)) return;
    sending.add(opening);
    submit.ariaBusy = "true";
    told.hidden = true;
    try {
      await opening.submit();
      if (shown === opening) dialog.close();
    } catch (error) {
      const problem = problemOf(error);
      if (shown === opening) present(problem);
      else opening.onMissed(problem);
    } finally {
      sending.delete(opening);
      if (shown === opening) submit.ariaBusy = "false";
    }
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (shown) send(shown);
  });
  for (const button of dialog.querySelectorAll("[data-close]")) button.addEventListener("click", () => dialog.close());
  // The event comes after the closing: by then the dialog may be open again.
  dialog.addEventListener("close", () => {
    if (!dialog.open) shown = null;
  });

  return {
    /** @param {Opening} opening */
    show(opening) {
      shown = opening;
      told.hidden = true;
      submit.ariaBusy = "false";
      dialog.showModal();
    },
    /** Tells a problem in the dialog that is shown. @param {import("./problem.js").Problem} problem */
    tell: present,
  };
}
