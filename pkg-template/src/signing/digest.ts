import { textOf } from "../common/base64.js";
import { dictionaryOf } from "./dictionary.js";

/** Those of RFC 9530 that are safe, by the names that are WebCrypto's, too. */
const ALGORITHMS = ["sha-256", "sha-512"];

/** The bytes' hash in base64. */
export async function hashOf(bytes: Uint8Array<ArrayBuffer>, algorithm = "sha-256"): Promise<string> {
  return textOf(await crypto.subtle.digest(algorithm, bytes));
}

/** The header `Content-Digest` of a body. */
export async function digestOf(body: Uint8Array<ArrayBuffer>): Promise<string> {
  return `sha-256=:${await hashOf(body)}:`;
}

/** Whether a header `Content-Digest` is of this body: it has a hash that is safe, and each of them is right. */
export async function isDigestOf(field: string, body: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const digests = dictionaryOf(field);
  const given = ALGORITHMS.filter((algorithm) => digests?.has(algorithm));
  for (const algorithm of given) {
    if (digests?.get(algorithm)?.value !== `:${await hashOf(body, algorithm)}:`) return false;
  }
  return given.length > 0;
}
