import { LOOPBACK } from "../common/base-url.js";
import { bytesOf, textOf } from "../common/base64.js";
import { utf8Of } from "../common/bytes.js";
import { failure } from "../common/error.js";
import { read, wordsFor } from "../common/tag.js";
import { PRIVATE_KEYS } from "../generated/sandbox/keys.js";

/** A webhook to be sent: an event of a user that the sandbox has (`userId`), or of one that is made up (`user`). */
export interface SandboxEvent {
  /** The event's name, known or not, such as `UserUpdate`. */
  readonly type: string;
  /** A user of the sandbox, deleted ones included. */
  readonly userId?: string | undefined;
  /** The rest of the body as it is to be sent. */
  readonly user?: object | undefined;
  /** When it was sent: RFC 3339, a `Date`, or milliseconds since 1970. Default: the body does not say, as documented. */
  readonly timestamp?: string | number | Date | undefined;
  /** The delivery's own id. Default: the body has none, as documented. */
  readonly webhookId?: string | undefined;
  /** Whether it has the older signature, RSA in `x-wh-signature`, in the place of today's. Default: false. */
  readonly legacy?: boolean | undefined;
}

/** Who gets a webhook: a function, or an address of this machine or of https. */
export type SandboxReceiver = ((request: Request) => Response | PromiseLike<Response>) | string | URL;

/** What the command `webhook` gives. */
export interface Unsigned {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** How a signature is made: its header, its algorithm in the words of WebCrypto, its key. */
interface Way {
  readonly header: string;
  readonly algorithm: { readonly name: string; readonly hash?: string };
  readonly key: string;
}

const TODAYS: Way = { header: "x-ghl-signature", algorithm: { name: "Ed25519" }, key: PRIVATE_KEYS.ed25519 };
const OLDER: Way = {
  header: "x-wh-signature",
  algorithm: { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" },
  key: PRIVATE_KEYS.rsa,
};
/** Where a function believes that it is. */
const ADDRESS = "http://localhost/";
const CALLER = "sandbox.emit";

/**
 * Signs a webhook and brings it there.
 *
 * @throws {HighLevelError} `invalid_input` if that is no receiver.
 */
export async function deliver(webhook: Unsigned, isLegacy: boolean, to: SandboxReceiver): Promise<Response> {
  const url = typeof to === "function" ? ADDRESS : addressOf(to);
  const { body } = webhook;
  const headers = { ...webhook.headers, ...(await signed(body, isLegacy ? OLDER : TODAYS)) };
  const init = { method: "POST", headers, body };
  return typeof to === "function" ? to(new Request(url, init)) : fetch(url, init);
}

function addressOf(to: string | URL): string {
  const url = read(() => new URL(to));
  if (typeof url !== "symbol") {
    const { protocol, hostname, href } = url;
    if (protocol === "https:" || (protocol === "http:" && LOOPBACK.test(hostname))) return href;
  }
  const expected = "expected a function, or a URL of https or of this machine";
  throw failure("invalid_input", CALLER, `"to" is ${wordsFor(to)}: ${expected}`);
}

async function signed(body: string, { header, algorithm, key }: Way): Promise<Record<string, string>> {
  const subtle = globalThis.crypto?.subtle;
  if (subtle === undefined) {
    throw failure("invalid_config", CALLER, "this runtime lacks WebCrypto, which a page has only over https");
  }
  const own = await subtle.importKey("pkcs8", bytesOf(key) as BufferSource, algorithm, false, ["sign"]);
  return { [header]: textOf(await subtle.sign(algorithm.name, own, utf8Of(body))) };
}
