import { DurableObject } from "./durable-object.js";
import { Lock } from "./lock.js";
import { tableOf } from "./table.js";

/** Longer than renewing tokens takes with all its tries. */
const LONGEST_HOLD_MS = 60_000;

/** What a vault holds: a value as text, and the name of its version. */
export interface VaultEntry {
  readonly text: string;
  readonly version: string;
}

/**
 * The Durable Object that keeps what a {@link durableStore} has under one key, such as the tokens of a company. Export it
 * from the main module of your Worker, bind it, and list it under `new_sqlite_classes` in a migration. One class and one
 * binding are enough for all that has keys of its own.
 *
 * Cloudflare encrypts what it stores; who has the binding can read it.
 */
export class Vault extends DurableObject {
  readonly #entry = tableOf(
    this.ctx.storage.sql,
    "entry (id INTEGER PRIMARY KEY, text TEXT NOT NULL, version TEXT NOT NULL)",
  );
  // In memory is enough: when this instance ends, so does every call that waits here or holds it.
  readonly #lock = new Lock();

  /** What was written last. */
  read(): VaultEntry | undefined {
    return this.#entry("SELECT text, version FROM entry");
  }

  /** Writes, if `version` is the one that is stored, or none is and none is given. Comes to the new version. */
  write(text: string, version: string | undefined): string | undefined {
    const next = crypto.randomUUID();
    const written =
      version === undefined
        ? this.#entry<object>("INSERT INTO entry VALUES (0, ?, ?) ON CONFLICT DO NOTHING RETURNING 1", text, next)
        : this.#entry<object>("UPDATE entry SET text = ?, version = ? WHERE version = ? RETURNING 1", text, next, version);
    return written && next;
  }

  /**
   * Calls `work` back while it calls no other. If the caller's end of it is gone, that fails at once, and the next one
   * is called; if it takes longer than 60 seconds, too.
   */
  exclusively(work: () => Promise<void>): Promise<void> {
    return this.#lock.run(work, LONGEST_HOLD_MS);
  }
}
