/** The sandbox within the page: the same company, with nothing to start. It lives as long as the page does. */

import { readSeed, sandboxSettings } from "./connection.js";

/** Where the page pretends that it is. Nothing is sent there. */
const PLACE = "http://localhost";

let box;

/** @param {"v1" | "v2" | "v3"} api @returns {Promise<import("./connection.js").Settings>} */
export async function pageSandboxSettings(api) {
  // A quarter of a megabyte, for those alone who ask for it.
  const { createSandbox } = await import("./pkg/dist/sandbox.js");
  const { fetch } = (box ??= createSandbox());
  return sandboxSettings(PLACE, await readSeed(PLACE, fetch), api, fetch);
}
