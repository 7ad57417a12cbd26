/** The place above the table where problems are told: in words, with their codes, each with a way on and apart from the others. */

import { byId, fromTemplate } from "./dom.js";
import { tell } from "./problem.js";

/**
 * @typedef {object} Way what can be done about a problem
 * @property {string} word on the button
 * @property {() => void} go
 */

/** A topic is anything that stays the same: a later problem of the same one takes the place of the earlier. */
export function createBanners() {
  const place = byId("banners");
  const shown = new Map();

  function hide(topic) {
    shown.get(topic)?.remove();
    shown.delete(topic);
  }

  /** The focus must not vanish with the button that has it. */
  function leave(topic) {
    hide(topic);
    byId("main").focus({ preventScroll: true });
  }

  return {
    hide,
    hideAll() {
      for (const topic of [...shown.keys()]) hide(topic);
    },
    /** @param {unknown} topic @param {import("./problem.js").Problem} problem @param {Way} [way] */
    show(topic, problem, way) {
      hide(topic);
      const banner = fromTemplate("banner");
      const go = banner.querySelector("[data-go]");
      tell(banner.querySelector(".problem"), problem);
      banner.querySelector("[data-dismiss]").addEventListener("click", () => leave(topic));
      go.hidden = !way;
      go.textContent = way?.word ?? "";
      go.addEventListener("click", () => {
        leave(topic);
        way.go();
      });
      shown.set(topic, banner);
      place.append(banner);
      banner.scrollIntoView({ block: "nearest" });
    },
  };
}
