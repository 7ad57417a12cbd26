/** The roster in a page: its address holds the environment, its `<output>` gets what came back. */

import { roster } from "./roster.mjs";

/** @param {typeof import("ghl-users").HighLevel} HighLevel - As the page imported it. */
export async function show(HighLevel) {
  const output = document.querySelector("output");
  try {
    output.value = JSON.stringify(await roster(HighLevel, Object.fromEntries(new URLSearchParams(location.search))));
  } catch (error) {
    output.value = JSON.stringify({ error: `${error.code}: ${error.message}` });
  }
}
