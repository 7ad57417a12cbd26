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
   * @returns Whether this use is the first.
   */
  claim(id: string, claim: string, now: number, until: number): boolean {
    const query = `INSERT INTO seen VALUES (?, ?, ?)
      ON CONFLICT DO UPDATE SET claim = excluded.claim, until = excluded.until
      WHERE until <= ? OR claim = excluded.claim
      RETURNING 1`;
    return this.#sql.exec(query, id, claim, until, now).toArray().length > 0;
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
