/** The roster in a page: its address holds the environment, its `<output>` gets what came back. */

import { answer } from "./roster.mjs";

/**
 * @param {import("./roster.mjs").Entries} entries - As the page imported them.
 * @param {() => Promise<void>} [start] - What has to come first.
 */
export async function show(entries, start) {
  write("output", await answer(entries, environment(), start));
}

/** What the page's address says. */
export const environment = () => Object.fromEntries(new URLSearchParams(location.search));

/** Puts an answer into an output. @param {string} selector @param {object} answer */
export function write(selector, answer) {
  document.querySelector(selector).value = JSON.stringify(answer);
}
