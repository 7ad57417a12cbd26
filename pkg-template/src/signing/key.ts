import { utf8Of } from "../common/bytes.js";

/** What a secret is used with, in the words of WebCrypto: what RFC 9421 calls `hmac-sha256`. */
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
  return crypto.subtle.importKey("raw", utf8Of(secret), ALGORITHM, false, [use]);
}
