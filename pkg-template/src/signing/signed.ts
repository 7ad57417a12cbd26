import { textOf } from "../common/base64.js";
import { utf8Of } from "../common/bytes.js";
import { failure } from "../common/error.js";
import { check, FUNCTION, required, type Rules, TEXT } from "../common/fields.js";
import { copyOf, tagOf } from "../common/tag.js";
import { baseOf, DIGEST, REQUIRED, TAG } from "./base.js";
import { digestOf } from "./digest.js";
import { keyOf, problemOf } from "./key.js";

/** What requests are signed with. */
export interface SigningOptions {
  /** The name of the secret: 1 to 64 characters of `A-Z a-z 0-9 . _ -`. It travels with each request. */
  readonly keyId: string;
  /** What only the two ends know: at least 32 characters. It never travels, and is best drawn at random. */
  readonly secret: string;
  /** The `fetch` that sends, called with a URL and an init object. Default: the global one, at the time of the call. */
  readonly fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined;
}

/** A `fetch` that signs what it sends. */
export type SignedFetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

const CALLER = "signed";
const OPTIONS: Rules<SigningOptions> = { keyId: required(TEXT), secret: required(TEXT), fetch: FUNCTION };
const LABEL = "ghl-users";
const COVERED = [...REQUIRED, DIGEST];
/** The methods that `fetch` writes in capitals, whatever letters they came in. */
const IN_CAPITALS = /^(?:delete|get|head|options|post|put)$/i;
/** What else a `Request` says, by the names that it has in an init, too. */
const REST = [
  ...["cache", "cf", "credentials", "integrity", "keepalive"],
  ...["mode", "redirect", "referrer", "referrerPolicy", "signal"],
];

/**
 * Makes a `fetch` that signs each request for a gateway, such as `createGateway` of `ghl-users/workers` is one: with
 * `new HighLevel({ baseUrl, fetch: signed({ keyId, secret }) })`, each attempt anew. HighLevel itself looks at no
 * signatures, and whoever opens a web page can read its secret.
 *
 * It adds the headers `Content-Digest` (RFC 9530), `Signature-Input` and `Signature` (RFC 9421, `hmac-sha256` over
 * `@method`, `@path`, `@query` and `content-digest`), and passes on the rest. What is no text and no bytes, such as a
 * stream, is read to its end first.
 *
 * @throws {HighLevelError} `invalid_config` for an option that is unknown or wrong, or where WebCrypto is missing.
 */
export function signed(options: SigningOptions): SignedFetch {
  const { keyId, secret, fetch } = check("invalid_config", CALLER, options, OPTIONS);
  const [part, words] = problemOf(keyId, secret) ?? [];
  if (part !== undefined) throw failure("invalid_config", CALLER, `"${part}" ${words}`);
  if (globalThis.crypto?.subtle === undefined) {
    throw failure("invalid_config", CALLER, "this runtime lacks WebCrypto, which a page has only over https");
  }
  let key: Promise<CryptoKey> | undefined;
  return async (input, init) => {
    const { url, method, headers, body, bytes, rest } = await sendable(input, init);
    if (!headers.has("content-digest")) headers.set("content-digest", await digestOf(bytes));
    const created = Math.floor(Date.now() / 1_000);
    const nonce = crypto.randomUUID();
    const params = `(${COVERED.join(" ")});created=${created};nonce="${nonce}";keyid="${keyId}";tag=${TAG}`;
    const base = baseOf({ url, method, headers }, COVERED, params) as Uint8Array<ArrayBuffer>;
    const signature = await crypto.subtle.sign("HMAC", await (key ??= keyOf(secret, "sign")), base);
    // Behind those of others that are there already.
    headers.append("signature-input", `${LABEL}=${params}`);
    headers.append("signature", `${LABEL}=:${textOf(signature)}:`);
    const all = Object.fromEntries(headers as unknown as Iterable<readonly [string, string]>);
    const send = fetch ?? globalThis.fetch;
    return send(url, Object.assign(rest, { method, headers: all }, body !== undefined && { body }));
  };
}

/** A request in parts that nobody changes any more. */
interface Sendable {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  /** As it is sent, and as bytes. */
  readonly body: string | Uint8Array<ArrayBuffer> | undefined;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly rest: RequestInit;
}

async function sendable(input: string | URL | Request, init: RequestInit = {}): Promise<Sendable> {
  const own = copyOf(init);
  if (tagOf(input) === "Request" || tagOf(own) !== "Object") return requested(new Request(input, own), own);
  const { document, location } = globalThis as { document?: { baseURI: string }; location?: { href: string } };
  const url = new URL(input as string | URL, document?.baseURI ?? location?.href).href;
  const { method: given = "GET", body: content } = own;
  const method = IN_CAPITALS.test(given) ? given.toUpperCase() : given;
  const headers = new Headers(own.headers);
  if (content == null) return { url, method, headers, body: undefined, bytes: new Uint8Array(), rest: own };
  if (typeof content === "string") return { url, method, headers, body: content, bytes: utf8Of(content), rest: own };
  const read = new Response(content);
  const type = read.headers.get("content-type");
  if (type !== null && !headers.has("content-type")) headers.set("content-type", type);
  const bytes = new Uint8Array(await read.arrayBuffer());
  return { url, method, headers, body: bytes, bytes, rest: own };
}

async function requested(request: Request, init: RequestInit): Promise<Sendable> {
  const { url, method } = request;
  const said = request as unknown as Readonly<Record<string, unknown>>;
  const rest = Object.fromEntries(REST.filter((name) => said[name] !== undefined).map((name) => [name, said[name]]));
  const bytes = new Uint8Array(await request.arrayBuffer());
  const body = bytes.length > 0 ? bytes : undefined;
  return { url, method, headers: new Headers(request.headers), body, bytes, rest: Object.assign(rest, init) };
}
