import { check, NAME, type Rules, whole } from "../common/fields.js";
import { checkBinding, type ObjectNamespace, reach } from "./binding.js";
import { DurableObject } from "./durable-object.js";
import { SeenIds } from "./seen-ids.js";

/** How ids are remembered. */
export interface ReplayOptions {
  /**
   * For how long, in milliseconds, up to 31,536,000,000 (a year), where who asks does not say: `createGateway` says,
   * `verifyWebhook` does not. Default: 259,800,000, which is as long as a delivery may be old (three days) and in the
   * future, and five minutes for clocks that differ.
   */
  readonly keepMs?: number | undefined;
}

const OPTIONS: Rules<ReplayOptions> = { keepMs: whole(1, 31_536_000_000, "milliseconds") };

/** Which ids are known. The functions may be passed on by themselves, as to `verifyWebhook(request, { seen })`. */
export interface Replays {
  /** Whether an id of up to 512 characters is known. Then it is: of several that ask at once, one hears `false`. */
  readonly seen: (id: string, keepMs?: number) => Promise<boolean>;
  /** Lets an id be new once more: if the work on an event failed, so that its next delivery is not refused. */
  readonly forget: (id: string) => Promise<void>;
  /** Begins what is to be done once: `undefined` to the first, then `""` until `end` is told, then what it was told. */
  readonly begin: (id: string, keepMs?: number) => Promise<string | undefined>;
  /** Keeps how that ended, a text of up to 2,000,000 bytes; `undefined` lets the id be new once more. */
  readonly end: (id: string, outcome: string | undefined, keepMs?: number) => Promise<void>;
}

/**
 * The Durable Object that remembers ids, for {@link durableReplays}. Export it from the main module of your Worker,
 * bind it, and list it under `new_sqlite_classes` in a migration.
 */
export class ReplayGuard extends DurableObject {
  readonly #ids = new SeenIds(this.ctx.storage.sql);

  /** Whether another claim to `id` is remembered; remembers this one for `keepMs` milliseconds if not. */
  async seen(id: string, claim: string, keepMs: number): Promise<boolean> {
    return (await this.claim(id, claim, keepMs)) !== claim;
  }

  /** What is remembered of `id`: for `keepMs` milliseconds this claim, if there is nothing. */
  async claim(id: string, claim: string, keepMs: number): Promise<string> {
    const now = Date.now();
    const { storage } = this.ctx;
    const held = this.#ids.claim(id, claim, now, now + keepMs);
    if ((await storage.getAlarm()) === null) await storage.setAlarm(now + keepMs);
    return held;
  }

  /** Remembers `text` of `id`, for `keepMs` milliseconds. */
  keep(id: string, text: string, keepMs: number): void {
    this.#ids.keep(id, text, Date.now() + keepMs);
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
  claim(id: string, claim: string, keepMs: number): Promise<string>;
  keep(id: string, text: string, keepMs: number): Promise<void>;
  forget(id: string): Promise<void>;
}

/**
 * Remembers ids for all isolates in one Durable Object: the `webhookId` of events for `verifyWebhook`, the nonces of
 * signed requests for `createGateway`. If the object cannot be reached, the functions reject: nothing is let through.
 *
 * What `createGateway` answered to creations is in an object beside it, for a minute or two: what they hold of persons
 * is not to lie about for longer.
 *
 * @param namespace - The binding of {@link ReplayGuard}, of this Worker or of another one (`script_name`).
 * @param name - Whose ids they are, in up to 512 characters: those of another name are others. Give the same options
 *   wherever you give the same name.
 * @throws {HighLevelError} `invalid_config` if an argument is not as described. The functions throw `invalid_input` for
 *   an id that is empty or too long.
 */
export function durableReplays(namespace: ObjectNamespace, name: string, options: ReplayOptions = {}): Replays {
  checkBinding("durableReplays", namespace, "ReplayGuard");
  check("invalid_config", "durableReplays", { name }, { name: NAME });
  const { keepMs: usual = 259_800_000 } = check("invalid_config", "durableReplays", options, OPTIONS);
  const ask = <T>(object: string, id: string, call: (guard: Guard) => Promise<T>): Promise<T> => {
    check("invalid_input", "durableReplays", { id }, { id: NAME });
    return reach(namespace, object, call);
  };
  /** What is remembered of an id; nothing if this is the first that is heard of it. */
  const remembered = async (object: string, id: string, keepMs = usual): Promise<string | undefined> => {
    const claim = crypto.randomUUID();
    const held = await ask(object, id, (guard) => guard.claim(id, claim, keepMs));
    return held === claim ? undefined : held;
  };
  const creations = `${name} (creations)`;
  return {
    seen: async (id, keepMs) => (await remembered(name, id, keepMs)) !== undefined,
    forget: async (id) => ask(name, id, (guard) => guard.forget(id)),
    begin: async (id, keepMs) => (await remembered(creations, id, keepMs))?.replace(UNKEPT, ""),
    end: async (id, outcome, keepMs = usual) =>
      ask(creations, id, (guard) => (outcome === undefined ? guard.forget(id) : guard.keep(id, `=${outcome}`, keepMs))),
  };
}

/** A claim, or the mark of what was kept since. */
const UNKEPT = /^(?:=|[^=].*)/s;
