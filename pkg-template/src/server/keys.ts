import { tagOf, wordsFor } from "../tag.js";
import { bytesOf } from "../base64.js";
import { refusal } from "./refusal.js";

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

/** The keys that HighLevel signs with, as it publishes them: Ed25519, and RSA for the older signature. */
export const HIGHLEVEL_KEYS: readonly string[] = [
  `-----BEGIN PUBLIC KEY-----
MCowBQYDK2VwAyEAi2HR1srL4o18O8BRa7gVJY7G7bupbN3H9AwJrHCDiOg=
-----END PUBLIC KEY-----`,
  `-----BEGIN PUBLIC KEY-----
MIICIjANBgkqhkiG9w0BAQEFAAOCAg8AMIICCgKCAgEAokvo/r9tVgcfZ5DysOSC
Frm602qYV0MaAiNnX9O8KxMbiyRKWeL9JpCpVpt4XHIcBOK4u3cLSqJGOLaPuXw6
dO0t6Q/ZVdAV5Phz+ZtzPL16iCGeK9po6D6JHBpbi989mmzMryUnQJezlYJ3DVfB
csedpinheNnyYeFXolrJvcsjDtfAeRx5ByHQmTnSdFUzuAnC9/GepgLT9SM4nCpv
uxmZMxrJt5Rw+VUaQ9B8JSvbMPpez4peKaJPZHBbU3OdeCVx5klVXXZQGNHOs8gF
3kvoV5rTnXV0IknLBXlcKKAQLZcY/Q9rG6Ifi9c+5vqlvHPCUJFT5XUGG5RKgOKU
J062fRtN+rLYZUV+BjafxQauvC8wSWeYja63VSUruvmNj8xkx2zE/Juc+yjLjTXp
IocmaiFeAO6fUtNjDeFVkhf5LNb59vECyrHD2SQIrhgXpO4Q3dVNA5rw576PwTzN
h/AMfHKIjE4xQA1SZuYJmNnmVZLIZBlQAF9Ntd03rfadZ+yDiOXCCs9FkHibELhC
HULgCsnuDJHcrGNd5/Ddm5hxGQ0ASitgHeMZ0kcIOwKDOzOU53lDza6/Y09T7sYJ
PQe7z0cvj7aE4B+Ax1ZoZGPzpJlZtGXCsu9aTEGEnKzmsFqwcSsnw3JB31IGKAyk
T1hhTiaCeIY/OwwwNUY2yvcCAwEAAQ==
-----END PUBLIC KEY-----`,
];

const PEM = /^-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\s]+)-----END PUBLIC KEY-----$/;
const HEX = /^[0-9a-f]{64}$/i;
const ED25519_BYTES = 32;
/** What stands before the 32 bytes in the SPKI of an Ed25519 key (RFC 8410). */
const ED25519_SPKI = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00];

/**
 * The keys of `list` that are of this algorithm. All of them are read, so that a broken one shows at once.
 *
 * @throws {HighLevelError} `invalid_config` if one of them is no public key that can verify.
 */
export async function keysFor(algorithm: Algorithm, list: readonly WebhookKey[]): Promise<CryptoKey[]> {
  const keys = await Promise.all(list.map(read));
  return keys.filter((key) => key.algorithm.name === algorithm);
}

async function read(key: unknown, index: number): Promise<CryptoKey> {
  const wrong = (what: string, cause?: unknown) =>
    refusal("invalid_config", `"publicKeys[${index}]" is ${what}: expected a public key, Ed25519 or RSA`, cause);
  if (tagOf(key) === "CryptoKey") {
    if (canVerify(key as CryptoKey)) return key as CryptoKey;
    throw wrong("a CryptoKey for something else");
  }
  if (typeof key !== "string") throw wrong(wordsFor(key));
  const bytes = decode(key.trim());
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

function decode(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (HEX.test(text)) return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return bytesOf(PEM.exec(text)?.[1]?.replace(/\s/g, "") ?? text);
}

function load(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const { subtle } = crypto;
  if (bytes.length === ED25519_BYTES) return subtle.importKey("raw", bytes, { name: "Ed25519" }, false, ["verify"]);
  const isEd25519 = ED25519_SPKI.every((byte, index) => bytes[index] === byte);
  const algorithm = isEd25519 ? { name: "Ed25519" } : { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
  return subtle.importKey("spki", bytes, algorithm, false, ["verify"]);
}
