/** What the programs print: sections of Markdown. */

import { median, quantile } from "./rounds.mjs";

/** @param {string} title @param {string} text */
export function section(title, text) {
  console.log(`\n## ${title}\n\n${text}\n`);
}

/** @param {string[]} head @param {(string | number)[][]} rows - The first column is text, the others are figures. */
export function table(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  console.log([line(head), `|---|${"--:|".repeat(head.length - 1)}`, ...rows.map(line)].join("\n"));
}

/** One line about a target of ours: what it asks for, and whether this run met it. @param {boolean} isMet */
export function target(words, isMet, reached) {
  console.log(`\nTarget: ${words}. **${isMet ? "Met" : "Missed"}**: ${reached}.`);
}

/**
 * A row per subject: how many times the first one's median, the median itself, and where the middle half lies.
 *
 * @param {Record<string, number[]>} measured @param {(value: number) => string} write
 * @param {string} [base] - The subject that the others are divided by.
 */
export function ratios(measured, write, base = Object.keys(measured)[0]) {
  const one = median(measured[base]);
  return Object.entries(measured).map(([name, list]) => [
    name,
    times(median(list) / one),
    write(median(list)),
    `${write(quantile(list, 0.25))} to ${write(quantile(list, 0.75))}`,
  ]);
}

/** @param {number} ratio */
export const times = (ratio) => `${ratio.toFixed(2)} ×`;
/** @param {number} value */
export const grouped = (value, digits = 0) =>
  value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
/** 1 KB is 1,000 bytes. @param {number} bytes */
export const kilobytes = (bytes) => grouped(bytes / 1_000, 1);
