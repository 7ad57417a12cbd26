import { tagOf, wordsFor } from "../common/tag.js";
import { bytesOf } from "../common/base64.js";
import type { HighLevelError } from "../common/error.js";
import { refusal } from "./refusal.js";
import { isWeak } from "./weak-key.js";

/** A `CryptoKey` by what it has, since the types of Node do not have that name. */
export interface WebhookCryptoKey {
  readonly type: string;
  readonly extractable: boolean;
  readonly algorithm: { readonly name: string };
  readonly usages: readonly string[];
}

/** A public key: PEM, the base64 of its SPKI, the base64 or hex of an Ed25519 key's 32 bytes, or a `CryptoKey`. */
export type WebhookKey = string | WebhookCryptoKey;

/** An algorithm that HighLevel signs with, in the words of WebCrypto. */
export type Algorithm = "Ed25519" | "RSASSA-PKCS1-v1_5";

/** The keys that HighLevel publishes, without the frame of PEM: Ed25519, and RSA for the older signature. */
export const HIGHLEVEL_KEYS: readonly string[] = [
  "MCowBQYDK2VwAyEAi2HR1srL4o18O8BRa7gVJY7G7bupbN3H9AwJrHCDiOg=",
  "MIICIjANBgkqhkiG9w0BAQEFAAOCAg8AMIICCgKCAgEAokvo/r9tVgcfZ5DysOSCFrm602qYV0MaAiNnX9O8KxMbiyRKWeL9JpCpVpt4XHIcBOK4u3cLSqJGOLaPuXw6dO0t6Q/ZVdAV5Phz+ZtzPL16iCGeK9po6D6JHBpbi989mmzMryUnQJezlYJ3DVfBcsedpinheNnyYeFXolrJvcsjDtfAeRx5ByHQmTnSdFUzuAnC9/GepgLT9SM4nCpvuxmZMxrJt5Rw+VUaQ9B8JSvbMPpez4peKaJPZHBbU3OdeCVx5klVXXZQGNHOs8gF3kvoV5rTnXV0IknLBXlcKKAQLZcY/Q9rG6Ifi9c+5vqlvHPCUJFT5XUGG5RKgOKUJ062fRtN+rLYZUV+BjafxQauvC8wSWeYja63VSUruvmNj8xkx2zE/Juc+yjLjTXpIocmaiFeAO6fUtNjDeFVkhf5LNb59vECyrHD2SQIrhgXpO4Q3dVNA5rw576PwTzNh/AMfHKIjE4xQA1SZuYJmNnmVZLIZBlQAF9Ntd03rfadZ+yDiOXCCs9FkHibELhCHULgCsnuDJHcrGNd5/Ddm5hxGQ0ASitgHeMZ0kcIOwKDOzOU53lDza6/Y09T7sYJPQe7z0cvj7aE4B+Ax1ZoZGPzpJlZtGXCsu9aTEGEnKzmsFqwcSsnw3JB31IGKAykT1hhTiaCeIY/OwwwNUY2yvcCAwEAAQ==",
];

const PEM = /^-----BEGINPUBLICKEY-----(.+)-----ENDPUBLICKEY-----$/;
const HEX = /^[0-9a-f]{64}$/i;
const ED25519_BYTES = 32;
/** The bytes of its SPKI (RFC 8410). No RSA key has so few; what else has as many, the runtime refuses. */
const ED25519_SPKI_BYTES = 44;

/**
 * Reads the keys of a list.
 *
 * @throws {HighLevelError} `invalid_config` if one of them is no public key that can verify, or is weak.
 */
export function keysOf(list: readonly WebhookKey[]): Promise<CryptoKey[]> {
  return Promise.all(list.map(read));
}

async function read(given: unknown, index: number): Promise<CryptoKey> {
  const wrong = (what: string, cause?: unknown) =>
    refusal("invalid_config", `"publicKeys[${index}]" is ${what}: expected a public key, Ed25519 or RSA`, cause);
  const key = tagOf(given) === "CryptoKey" ? (given as CryptoKey) : await imported(given, wrong);
  if (!canVerify(key)) throw wrong("a CryptoKey for something else");
  if (await isWeak(key)) throw wrong("so weak that anybody could sign");
  return key;
}

async function imported(given: unknown, wrong: (what: string, cause?: unknown) => HighLevelError): Promise<CryptoKey> {
  if (typeof given !== "string") throw wrong(wordsFor(given));
  const bytes = decode(given);
  if (bytes === undefined) throw wrong("neither PEM nor base64 nor hex");
  try {
    return await load(bytes);
  } catch (cause) {
    throw wrong("one that this runtime cannot read", cause);
  }
}

function canVerify({ algorithm, usages }: CryptoKey): boolean {
  if (!usages.includes("verify")) return false;
  const { name, hash } = algorithm as KeyAlgorithm & { hash?: KeyAlgorithm };
  return name === "Ed25519" || (name === "RSASSA-PKCS1-v1_5" && hash?.name === "SHA-256");
}

/** The bytes of a key, however its line feeds came through a settings file: as such, as blanks, as `\n`, in quotes. */
function decode(text: string): Uint8Array<ArrayBuffer> | undefined {
  const bare = text.replace(/\\[nr]|[\s"']/g, "");
  if (HEX.test(bare)) return Uint8Array.from(bare.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return bytesOf(PEM.exec(bare)?.[1] ?? bare);
}

function load(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const { subtle } = crypto;
  // To be looked at: whether it is weak can only be told by its bytes.
  if (bytes.length === ED25519_BYTES) return subtle.importKey("raw", bytes, { name: "Ed25519" }, true, ["verify"]);
  const isEd25519 = bytes.length === ED25519_SPKI_BYTES;
  const algorithm = isEd25519 ? { name: "Ed25519" } : { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
  return subtle.importKey("spki", bytes, algorithm, true, ["verify"]);
}
