import type { Sql } from "cloudflare:workers";
import { type Statement, tableOf } from "./table.js";

/** Ids and until when each is remembered. All times are in milliseconds since 1970. */
export class SeenIds {
  readonly #seen: Statement;

  constructor(sql: Sql) {
    this.#seen = tableOf(sql, "seen (id TEXT PRIMARY KEY, claim TEXT NOT NULL, until REAL NOT NULL) WITHOUT ROWID");
  }

  /**
   * Remembers an id until a moment, in one step, unless it is remembered already.
   *
   * @param claim - Names this use of the id: repeated, as after a lost answer, it is still the one that was first.
   * @returns What is remembered: the claim that was first, or what was kept since.
   */
  claim(id: string, claim: string, now: number, until: number): string {
    this.#seen("DELETE FROM seen WHERE id = ? AND until <= ?", id, now);
    this.#seen("INSERT OR IGNORE INTO seen VALUES (?, ?, ?)", id, claim, until);
    return this.#seen<{ claim: string }>("SELECT claim FROM seen WHERE id = ?", id)?.claim ?? claim;
  }

  /** Remembers a text in place of an id's claim, until a moment. */
  keep(id: string, text: string, until: number): void {
    this.#seen("INSERT OR REPLACE INTO seen VALUES (?, ?, ?)", id, text, until);
  }

  /** Lets an id be new once more. */
  forget(id: string): void {
    this.#seen("DELETE FROM seen WHERE id = ?", id);
  }

  /** Deletes what is over. Returns when the last of the others will be; nothing if there are none. */
  sweep(now: number): number | undefined {
    this.#seen("DELETE FROM seen WHERE until <= ?", now);
    return this.#seen<{ until: number | null }>("SELECT MAX(until) AS until FROM seen")?.until ?? undefined;
  }
}
