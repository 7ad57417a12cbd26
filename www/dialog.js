/** What both dialogs share: closing them, waiting while something is sent, and telling a problem inside of them. */

import { problemOf, tell } from "./problem.js";

/**
 * @param {HTMLDialogElement} dialog with a form, [data-close] buttons and a .form-problem
 * @param {() => Promise<void>} onSubmit what the form does; the dialog closes when it resolves
 * @param {(problem: import("./problem.js").Problem) => void} [onProblem] told of a problem after it is shown
 */
export function createDialog(dialog, onSubmit, onProblem = () => {}) {
  const form = dialog.querySelector("form");
  const told = dialog.querySelector(".form-problem");
  const submit = form.querySelector("[type=submit]");
  let isSending = false;

  async function send() {
    if (isSending) return;
    isSending = true;
    submit.ariaBusy = "true";
    told.hidden = true;
    try {
      await onSubmit();
      dialog.close();
    } catch (error) {
      const problem = problemOf(error);
      tell(told, problem);
      onProblem(problem);
    } finally {
      isSending = false;
      submit.ariaBusy = "false";
    }
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send();
  });
  for (const button of dialog.querySelectorAll("[data-close]")) button.addEventListener("click", () => dialog.close());

  return {
    show() {
      told.hidden = true;
      dialog.showModal();
    },
  };
}
