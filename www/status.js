/** The line beside the heading: what is waited for, what was done last, and how many users there are. */

import { byId } from "./dom.js";

export function createStatus() {
  const line = byId("status");
  const waits = new Set();
  let notice = "";
  let count = "";

  function tell() {
    const waiting = [...waits].map(({ text }) => text);
    line.textContent = [...waiting, notice, count].filter(Boolean).join(" · ");
  }

  return {
    /** @param {string} text what was done; "" for nothing new */
    done(text) {
      notice = text;
      tell();
    },
    /** @param {string} text */
    count(text) {
      count = text;
      tell();
    },
    /** Says what is waited for, until the function that it returns is called. @param {string} text @returns {() => void} */
    waitFor(text) {
      const wait = { text };
      waits.add(wait);
      tell();
      return () => {
        waits.delete(wait);
        tell();
      };
    },
  };
}
