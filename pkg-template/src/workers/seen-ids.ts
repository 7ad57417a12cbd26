import type { Sql } from "cloudflare:workers";

/** Ids and until when each is remembered. All times are in milliseconds since 1970. */
export class SeenIds {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    const columns = "id TEXT PRIMARY KEY, claim TEXT NOT NULL, until REAL NOT NULL";
    sql.exec(`CREATE TABLE IF NOT EXISTS seen (${columns}) WITHOUT ROWID`);
    this.#sql = sql;
  }

  /**
   * Remembers an id until a moment, in one step, unless it is remembered already.
   *
   * @param claim - Names this use of the id: repeated, as after a lost answer, it is still the one that was first.
   * @returns What is remembered: the claim that was first, or what was kept since.
   */
  claim(id: string, claim: string, now: number, until: number): string {
    this.#sql.exec("DELETE FROM seen WHERE id = ? AND until <= ?", id, now);
    this.#sql.exec("INSERT OR IGNORE INTO seen VALUES (?, ?, ?)", id, claim, until);
    const [row] = this.#sql.exec<{ claim: string }>("SELECT claim FROM seen WHERE id = ?", id).toArray();
    return row?.claim ?? claim;
  }

  /** Remembers a text in place of an id's claim, until a moment. */
  keep(id: string, text: string, until: number): void {
    this.#sql.exec("INSERT OR REPLACE INTO seen VALUES (?, ?, ?)", id, text, until);
  }

  /** Lets an id be new once more. */
  forget(id: string): void {
    this.#sql.exec("DELETE FROM seen WHERE id = ?", id);
  }

  /** Deletes what is over. Returns when the last of the others will be; nothing if there are none. */
  sweep(now: number): number | undefined {
    this.#sql.exec("DELETE FROM seen WHERE until <= ?", now);
    const [row] = this.#sql.exec<{ until: number | null }>("SELECT MAX(until) AS until FROM seen").toArray();
    return row?.until ?? undefined;
  }
}
