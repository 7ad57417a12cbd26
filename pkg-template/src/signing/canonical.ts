/**
 * How a request between one's own parts is signed: the client's option `signing` does it, `createGateway` checks it,
 * and whoever follows this page can do it in any language. HighLevel itself knows nothing of it.
 *
 * One header carries everything, without white space, in this order:
 *
 * ```text
 * X-Ghl-Users-Signature: v1;key=KEY;t=TIME;nonce=NONCE;sig=SIGNATURE
 * ```
 *
 * - `KEY`: which secret it is, 1 to 64 characters of `A-Z a-z 0-9 . _ -`.
 * - `TIME`: now, in whole seconds since 1970.
 * - `NONCE`: 22 to 64 characters of `A-Z a-z 0-9 _ -`, drawn at random for each request: a gateway takes one only once.
 * - `SIGNATURE`: the HMAC-SHA256 of the text below, with the UTF-8 bytes of the secret, in lower-case hex.
 *
 * The text has seven lines, with a line feed between two of them and none at the end:
 *
 * ```text
 * ghl-users-v1
 * KEY
 * METHOD
 * PATH
 * TIME
 * NONCE
 * BODY
 * ```
 *
 * - `METHOD`: in capitals, such as `POST`.
 * - `PATH`: as it is sent, percent-encoding included, with `?` and the query if there is one; without scheme and host.
 * - `BODY`: the SHA-256 of the body's bytes, in lower-case hex; where there is no body, that of no bytes.
 *
 * The host is no part of it, since proxies change it: give each gateway secrets of its own.
 */
export interface Signable {
  readonly keyId: string;
  readonly method: string;
  /** The path with the query. */
  readonly path: string;
  /** In whole seconds since 1970, as it stands in the header. */
  readonly time: string;
  readonly nonce: string;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** The header's name. */
export const SIGNATURE_HEADER = "x-ghl-users-signature";

/** What a secret is used with, in the words of WebCrypto. */
const ALGORITHM = { name: "HMAC", hash: "SHA-256" };
const KEY_ID = /^[\w.-]{1,64}$/;
const SHORTEST_SECRET = 32;

/** Which part of a key is wrong, and what was expected, if anything is. Nothing of the secret is in it. */
export function problemOf(
  keyId: string,
  secret: string,
): readonly [part: "keyId" | "secret", words: string] | undefined {
  if (!KEY_ID.test(keyId)) return ["keyId", "is malformed: expected 1 to 64 characters of A-Z a-z 0-9 . _ -"];
  if (secret.length < SHORTEST_SECRET)
    return ["secret", `is too short: expected at least ${SHORTEST_SECRET} characters`];
  return undefined;
}

/** The key of a secret, which cannot be read out of it. */
export function keyOf(secret: string, use: "sign" | "verify"): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", bytesOf(secret), ALGORITHM, false, [use]);
}

/** The text that is signed, as bytes. */
export async function canonicalOf({
  keyId,
  method,
  path,
  time,
  nonce,
  body,
}: Signable): Promise<Uint8Array<ArrayBuffer>> {
  const digest = hexOf(await crypto.subtle.digest("SHA-256", body));
  return bytesOf(["ghl-users-v1", keyId, method, path, time, nonce, digest].join("\n"));
}

/** The bytes of a text in UTF-8. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

/** Bytes in lower-case hex. */
export function hexOf(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
