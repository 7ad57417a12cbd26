/** Which part of how many is shown, and the way to the parts before and after. */

import { byId } from "./dom.js";
import { PAGE_SIZE } from "./directory.js";

/**
 * HighLevel does not say whether `count` is everyone or only this page: a full first page whose count is its own length may have
 * more behind it.
 * @param {{ skip: number, shown: number, count?: number }} page
 * @returns {{ text: string, total: number | undefined, hasPrevious: boolean, hasNext: boolean }}
 */
export function partOf({ skip, shown, count }) {
  const end = skip + shown;
  const isFull = shown === PAGE_SIZE;
  const isTotal = count !== undefined && count >= end && !(isFull && count === PAGE_SIZE);
  const total = isTotal ? count : isFull ? undefined : end;
  const range = shown === 1 ? `${end}` : `${skip + 1}–${end}`;
  return {
    text: total === undefined ? range : `${range} of ${total}`,
    total,
    hasPrevious: skip > 0,
    hasNext: total === undefined || total > end,
  };
}

/** @param {(step: -1 | 1) => void} onStep */
export function createPager(onStep) {
  const pager = byId("pager");
  const [previous, next] = pager.querySelectorAll("button");
  pager.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    // aria-disabled rather than disabled: the last press must not throw the focus away.
    if (button && button.ariaDisabled !== "true") onStep(Number(button.dataset.step));
  });
  return {
    /** @param {{ skip: number, shown: number, count?: number }} page */
    show(page) {
      const { text, hasPrevious, hasNext } = partOf(page);
      pager.querySelector("p").textContent = text;
      previous.ariaDisabled = String(!hasPrevious);
      next.ariaDisabled = String(!hasNext);
      pager.hidden = page.shown === 0 || !(hasPrevious || hasNext);
    },
  };
}
