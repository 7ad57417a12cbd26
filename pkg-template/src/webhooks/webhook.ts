import { bytesOf } from "../common/base64.js";
import { isHighLevelError } from "../common/error.js";
import { check, FLAG, FUNCTION, type Rules } from "../common/fields.js";
import { objectOf } from "../common/json.js";
import { read } from "../common/tag.js";
import { bodyOf, hasHeader, headerOf, type WebhookDelivery, type WebhookRequest } from "./delivery.js";
import { eventOf, type WebhookEvent } from "./event.js";
import { type Algorithm, HIGHLEVEL_KEYS, keysOf, type WebhookKey } from "./keys.js";
import { refusal, unverified } from "./refusal.js";
import { refuseReplay } from "./replay.js";

/** How strictly to judge a delivery. */
export interface WebhookOptions {
  /**
   * The keys to accept, in place of HighLevel's own: one of them has to match, so that an old and a new key overlap.
   * Each is PEM, the base64 of its SPKI, the base64 or hex of an Ed25519 key's 32 bytes, or a `CryptoKey`.
   */
  readonly publicKeys?: readonly WebhookKey[] | undefined;
  /**
   * Whether a delivery without `x-ghl-signature` may have `x-wh-signature` instead, HighLevel's older RSA signature.
   * Default: `false`.
   */
  readonly allowLegacySignature?: boolean | undefined;
  /**
   * How far the event's `timestamp` may be from now, in the past and in the future, in milliseconds. Default: 300,000;
   * but 259,200,000 (three days) in the past for an event that `seen` is asked about, since HighLevel repeats a
   * delivery that failed, with the same bytes, for so long.
   */
  readonly toleranceMs?: number | undefined;
  /**
   * Says whether the event's `webhookId` is known already, and remembers it if not, for as long as a delivery may be
   * old and in the future: in one step, or two copies that come at once both pass. Asked only of what HighLevel has
   * signed. If your work on an event fails, forget its id, or HighLevel's next try is refused.
   */
  readonly seen?: ((webhookId: string) => boolean | Promise<boolean>) | undefined;
  /** The clock, in milliseconds since 1970. Default: `Date.now`. */
  readonly now?: (() => number) | undefined;
}

/** What each option has to be. */
const OPTIONS: Rules<WebhookOptions> = {
  publicKeys: {
    expected: "a list of at least one key",
    accepts: (value) => Array.isArray(value) && value.length > 0,
  },
  allowLegacySignature: FLAG,
  toleranceMs: {
    expected: "a number of milliseconds from 0",
    accepts: (value) => typeof value === "number" && value >= 0,
  },
  seen: FUNCTION,
  now: FUNCTION,
};

/** A way of signing: where the signature is, and what made it. */
interface Scheme {
  readonly header: string;
  readonly algorithm: Algorithm;
}
const CURRENT: Scheme = { header: "x-ghl-signature", algorithm: "Ed25519" };
const LEGACY: Scheme = { header: "x-wh-signature", algorithm: "RSASSA-PKCS1-v1_5" };

/**
 * Verifies that HighLevel signed a webhook's body, and that it is not one from before; then reads it. Whatever cannot
 * be verified is refused. Needs WebCrypto with Ed25519, as Node 20, Cloudflare Workers, Deno and Bun have it.
 *
 * @param delivery - The `Request`, whose body this reads; or the raw body and the headers.
 * @returns The event. {@link isUserEvent} tells those of users, which are typed, from all others.
 * @throws {HighLevelError} `invalid_signature` with the reason: answer with 401. `invalid_payload` for a verified body
 *   that is no event; `invalid_input` for a body that was read or parsed before, or where what it was given throws;
 *   `invalid_config` for a wrong option, a weak key or a `seen` that failed; `network` for a body that broke off.
 */
export async function verifyWebhook(
  delivery: WebhookRequest | WebhookDelivery,
  options: WebhookOptions = {},
): Promise<WebhookEvent> {
  try {
    return await verified(delivery, options);
  } catch (thrown) {
    throw isOurs(thrown) ? thrown : refusal("invalid_input", "what it was given threw", thrown);
  }
}

function isOurs(thrown: unknown): boolean {
  // A Proxy that does not even say what it has is none.
  return read(() => isHighLevelError(thrown)) === true;
}

async function verified(delivery: WebhookRequest | WebhookDelivery, options: WebhookOptions): Promise<WebhookEvent> {
  const {
    publicKeys = HIGHLEVEL_KEYS,
    allowLegacySignature = false,
    toleranceMs,
    seen,
    now = Date.now,
  } = check("invalid_config", "verifyWebhook", options, OPTIONS);
  // First, so that a weak or broken key shows with the first delivery, whatever that is.
  const keys = await keysOf(publicKeys);
  // Where there is a newer signature, it decides: an older one does not make up for a wrong one.
  const scheme = allowLegacySignature && !hasHeader(delivery, CURRENT.header) ? LEGACY : CURRENT;
  const signature = signatureOf(headerOf(delivery, scheme.header), scheme);
  const body = await bodyOf(delivery);
  if (!(await isSigned(body, signature, scheme, keys))) {
    throw unverified(
      `the header "${scheme.header}" is not the body's signature by any of the ${scheme.algorithm} keys`,
    );
  }
  const event = eventOf(objectOf(body));
  await refuseReplay(event, { toleranceMs, seen, now });
  return event;
}

function signatureOf(text: string, { header, algorithm }: Scheme): Uint8Array<ArrayBuffer> {
  if (text === "N/A") throw unverified(`the header "${header}" is "N/A": expected a signature`);
  const bytes = bytesOf(text);
  if (bytes === undefined) throw unverified(`the header "${header}" is not base64: expected a signature`);
  if (algorithm === "Ed25519" && bytes.length !== 64) {
    throw unverified(`the header "${header}" has ${bytes.length} bytes: expected the 64 of a signature`);
  }
  return bytes;
}

async function isSigned(
  body: BufferSource,
  signature: BufferSource,
  { algorithm }: Scheme,
  keys: readonly CryptoKey[],
): Promise<boolean> {
  for (const key of keys) {
    if (key.algorithm.name !== algorithm) continue;
    if (await crypto.subtle.verify({ name: algorithm }, key, signature, body)) return true;
  }
  return false;
}
