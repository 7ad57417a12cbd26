import { DurableObject } from "cloudflare:workers";
import { HighLevel, isHighLevelError } from "ghl-users";
import { contacts } from "ghl-users/catalogue/contacts";
import { poll, type TriggerEvent } from "ghl-users/triggers";
import { storeIn } from "./store.js";

export interface Settings {
  /** Where the events go. A secret, since such a URL often lets in whoever knows it. */
  WEBHOOK_URL: string;
  EVERY_SECONDS: string;
  /** The sandbox's URL, for `wrangler dev`. */
  HIGHLEVEL_BASE_URL?: string;
}

interface Access {
  readonly locationId: string;
  /** A private integration token of the location, with the scope `contacts.readonly`. Cloudflare encrypts what it stores. */
  readonly token: string;
}

export interface Status {
  /** Why it polls no more, if it does not. Added with another token, it goes on where it was. */
  readonly stopped?: string | undefined;
}

/** The most events of a poll: Cloudflare's free plan lets one make 50 requests. The others come at once. */
const MOST = 30;

/** A customer, whose new contacts it posts to the webhook. Its alarm polls, and sets the next alarm. */
export class Customer extends DurableObject<Settings> {
  readonly #storage = this.ctx.storage.kv;

  async add(access: Access): Promise<void> {
    this.#storage.put("access", access);
    this.#storage.delete("stopped");
    await this.ctx.storage.setAlarm(Date.now());
  }

  async remove(): Promise<void> {
    await this.ctx.storage.deleteAlarm();
    await this.ctx.storage.deleteAll();
  }

  status(): Status | undefined {
    return this.#access && { stopped: this.#storage.get<string>("stopped") };
  }

  override async alarm(): Promise<void> {
    const access = this.#access;
    if (!access) return;
    // Before all that may throw: otherwise the runtime would try six times more, and give up for ever. Up to a tenth
    // later, so that customers who were added together do not poll together.
    const waitMs = Number(this.env.EVERY_SECONDS) * 1_000 * (1 + Math.random() / 10);
    await this.ctx.storage.setAlarm(Date.now() + waitMs);
    try {
      await this.#poll(access);
    } catch (error) {
      const isRefused = isHighLevelError(error) && error.status === 401;
      if (!isRefused || this.#access?.token !== access.token) throw error;
      console.error(`${access.locationId} is stopped: ${error.message}`); // It holds no secret.
      this.#storage.put("stopped", error.code);
      await this.ctx.storage.deleteAlarm();
    }
  }

  async #poll({ locationId, token }: Access): Promise<void> {
    const ghl = new HighLevel({ locationId, token, baseUrl: this.env.HIGHLEVEL_BASE_URL });
    try {
      contacts(ghl);
      const added = poll(ghl, "contacts.search", {}, { state: storeIn(this.#storage) });
      const { events, more, commit } = await added.once({ max: MOST });
      for (const event of events) {
        if (!this.#access) return;
        await this.#post({ locationId, ...event });
      }
      // Removed meanwhile, nothing is to be left of it.
      if (!this.#access) return;
      await commit();
      if (more) await this.ctx.storage.setAlarm(Date.now());
    } finally {
      ghl.close();
    }
  }

  /** Posts an event. Throws unless the receiver has taken it. */
  async #post(event: TriggerEvent<unknown> & { locationId: string }): Promise<void> {
    const reply = await fetch(this.env.WEBHOOK_URL, {
      method: "POST",
      headers: { "Content-Type": "application/json", "Idempotency-Key": event.key },
      body: JSON.stringify(event),
      // Followed, a redirect would make a GET of it that others answer with 200.
      redirect: "manual",
      signal: AbortSignal.timeout(10_000),
    });
    await reply.body?.cancel();
    if (!reply.ok) throw new Error(`the receiver of ${event.key} answered ${reply.status}`);
  }

  get #access(): Access | undefined {
    return this.#storage.get<Access>("access");
  }
}
