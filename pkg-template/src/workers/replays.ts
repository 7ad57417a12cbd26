import { DurableObject } from "cloudflare:workers";
import { check, type Rules, whole } from "../fields.js";
import { checkBinding, NAME, type ObjectNamespace, reach } from "./binding.js";
import { SeenIds } from "./seen-ids.js";

/** How ids are remembered. */
export interface ReplayOptions {
  /**
   * For how long, in milliseconds, up to 31,536,000,000 (a year). At least twice the tolerance of what asks, since a
   * timestamp may be as far in the future as in the past. Default: 660,000, which is twice the default tolerance and a
   * minute for clocks that differ.
   */
  readonly keepMs?: number | undefined;
}

const OPTIONS: Rules<ReplayOptions> = { keepMs: whole(1, 31_536_000_000, "milliseconds") };

/** Which ids are known. The functions may be passed on by themselves, as to `verifyWebhook(request, { seen })`. */
export interface Replays {
  /** Whether an id of up to 512 characters is known. Then it is: of several that ask at once, one hears `false`. */
  readonly seen: (id: string) => Promise<boolean>;
  /** Lets an id be new once more: if the work on an event failed, so that its next delivery is not refused. */
  readonly forget: (id: string) => Promise<void>;
}

/**
 * The Durable Object that remembers ids, for {@link durableReplays}. Export it from the main module of your Worker,
 * bind it, and list it under `new_sqlite_classes` in a migration.
 */
export class ReplayGuard extends DurableObject {
  readonly #ids = new SeenIds(this.ctx.storage.sql);

  /** Whether another claim to `id` is remembered; remembers this one for `keepMs` milliseconds if not. */
  async seen(id: string, claim: string, keepMs: number): Promise<boolean> {
    const now = Date.now();
    const { storage } = this.ctx;
    const isFirst = this.#ids.claim(id, claim, now, now + keepMs);
    if ((await storage.getAlarm()) === null) await storage.setAlarm(now + keepMs);
    return !isFirst;
  }

  /** Lets `id` be new once more. */
  forget(id: string): void {
    this.#ids.forget(id);
  }

  /** Deletes what is over, when the runtime says. Waits for the last of the others, so that rounds are rare. */
  override async alarm(): Promise<void> {
    const next = this.#ids.sweep(Date.now());
    if (next !== undefined) await this.ctx.storage.setAlarm(next);
  }
}

/** The methods of a {@link ReplayGuard}, as they are over RPC. */
interface Guard {
  seen(id: string, claim: string, keepMs: number): Promise<boolean>;
  forget(id: string): Promise<void>;
}

/**
 * Remembers ids for all isolates in one Durable Object: the `webhookId` of events for `verifyWebhook`, the nonces of
 * signed requests for `createGateway`. If the object cannot be reached, both functions reject: nothing is let through.
 *
 * @param namespace - The binding of {@link ReplayGuard}, of this Worker or of another one (`script_name`).
 * @param name - Whose ids they are, in up to 512 characters: those of another name are others. Give the same options
 *   wherever you give the same name.
 * @throws {HighLevelError} `invalid_config` if an argument is not as described. The functions throw `invalid_input` for
 *   an id that is empty or too long.
 */
export function durableReplays(namespace: ObjectNamespace, name: string, options: ReplayOptions = {}): Replays {
  checkBinding("durableReplays", namespace, "ReplayGuard", ["idFromName", "get"]);
  check("invalid_config", "durableReplays", { name }, { name: NAME });
  check("invalid_config", "durableReplays", options, OPTIONS);
  const { keepMs = 660_000 } = options;
  const ask = <T>(id: string, call: (guard: Guard) => Promise<T>): Promise<T> => {
    check("invalid_input", "durableReplays", { id }, { id: NAME });
    return reach(namespace, name, call);
  };
  return {
    async seen(id) {
      const claim = crypto.randomUUID();
      return ask(id, (guard) => guard.seen(id, claim, keepMs));
    },
    async forget(id) {
      await ask(id, (guard) => guard.forget(id));
    },
  };
}
