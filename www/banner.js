/** The one place above the table where a problem is told: in words, with its code, and with a way to try again. */

import { byId } from "./dom.js";
import { tell } from "./problem.js";

/** @returns {{ show(problem: import("./problem.js").Problem, retry: () => void): void, hide(): void }} */
export function createBanner() {
  const banner = byId("banner");
  let retry;

  /** The focus must not vanish with the button that has it. */
  function leave() {
    banner.hidden = true;
    byId("main").focus({ preventScroll: true });
  }
  banner.querySelector("[data-dismiss]").addEventListener("click", leave);
  banner.querySelector("[data-retry]").addEventListener("click", () => {
    leave();
    retry();
  });

  return {
    hide() {
      banner.hidden = true;
    },
    show(problem, again) {
      retry = again;
      tell(banner.querySelector(".problem"), problem);
      banner.hidden = false;
      banner.scrollIntoView({ block: "nearest" });
    },
  };
}
