/** Where the links of a page go. */

import { proseOf } from "./blocks.mjs";

/** The targets of a page's links, as they are written. @param {string} text @returns {string[]} */
export function linksIn(text) {
  const prose = proseOf(text).replaceAll(/``[^`]+``|`[^`\n]+`/g, "`");
  return [...prose.matchAll(/\]\(([^)]*)\)/g)].map(([, target]) => target);
}

/** The anchors of a page's headings, as GitHub and npm make them. @param {string} text @returns {Set<string>} */
export function anchorsIn(text) {
  const anchors = new Set();
  for (const [, heading] of proseOf(text).matchAll(/^#{1,6} (.+)$/gm)) {
    const slug = heading.toLowerCase().replaceAll(/[^\p{L}\p{N}\- _]/gu, "").replaceAll(" ", "-");
    let anchor = slug;
    for (let nth = 1; anchors.has(anchor); nth += 1) anchor = `${slug}-${nth}`;
    anchors.add(anchor);
  }
  return anchors;
}

/**
 * What is wrong with a link; nothing if all is well.
 *
 * @param {string} target @param {string} from - The page that it is on, by its path in the package.
 * @param {(path: string) => string | undefined} read - The text of a file of the package.
 * @returns {string | undefined}
 */
export function problemOf(target, from, read) {
  if (target.includes(":")) return isExternal(target) ? undefined : "is no https:// URL";
  const { pathname, hash } = new URL(target, `https://package.example/${from}`);
  // A folder on GitHub is a page of its own; on npm it is not.
  const text = read(decodeURI(pathname).slice(1));
  if (text === undefined) return "leads to no file of the package";
  if (hash && !anchorsIn(text).has(decodeURIComponent(hash.slice(1)))) return "leads to no heading";
  return undefined;
}

function isExternal(target) {
  return URL.canParse(target) && new URL(target).protocol === "https:" && !/\s/.test(target);
}
