import { failure } from "../common/error.js";
import type { UserRole, UserType } from "../generated/users/types.js";
import { bytesOf } from "../common/base64.js";
import { type JsonObject, objectOf } from "../common/json.js";
import { md5 } from "./md5.js";

/** Who looks at a custom page, as HighLevel tells the page. */
export interface SsoUser {
  /** The user's id. */
  readonly userId: string;
  /** The company (agency). */
  readonly companyId: string;
  /** `admin` or `user`. An agency's owner has `admin` too. */
  readonly role: UserRole | (string & {});
  /** `agency` or `account`: where the user belongs. */
  readonly type: UserType | (string & {});
  /** The location (sub-account) that is open, if one is. */
  readonly activeLocation?: string | null;
  /** The whole name. */
  readonly userName: string;
  /** The e-mail address. */
  readonly email: string;
  /** Fields that are not documented. */
  readonly [field: string]: unknown;
}

const REQUIRED = ["userId", "companyId", "role", "type", "userName", "email"];
const MAGIC = "Salted__";
/** The longest payload, in characters of base64: a user has a few hundred bytes. */
const LONGEST = 65_536;
const BLOCK = 16;
const KEY_BYTES = 32;

/**
 * Decrypts the context of a custom page's user, on the server: the secret must not reach a page.
 *
 * HighLevel's format has no signature and no date. Whoever gets hold of a payload can use it again at any time, so let
 * it start a session of your own, over https, and nothing more.
 *
 * @param payload - What the page got from HighLevel, in base64: at most 65,536 characters.
 * @param sharedSecret - The shared secret of the app, from its settings.
 * @throws {HighLevelError} `invalid_payload`, always in the same words, whatever is wrong: a wrong secret too.
 */
export async function decryptSso(payload: string, sharedSecret: string): Promise<SsoUser> {
  let user: JsonObject | undefined;
  try {
    user = objectOf(await decrypt(payload, sharedSecret));
  } catch {
    // What fails, and where, would help someone who tries payloads until one fits.
  }
  if (user === undefined || !isUser(user)) {
    const reason = "the payload cannot be decrypted with this secret: expected what HighLevel gave the page";
    throw failure("invalid_payload", "decryptSso", reason);
  }
  return user;
}

function isUser(user: JsonObject): user is JsonObject & SsoUser {
  const { activeLocation } = user;
  return (
    REQUIRED.every((name) => typeof user[name] === "string") &&
    (activeLocation == null || typeof activeLocation === "string")
  );
}

/** What `openssl enc -aes-256-cbc -md md5 -base64` writes, and CryptoJS: "Salted__", 8 bytes of salt, the blocks. */
async function decrypt(payload: string, secret: string): Promise<ArrayBuffer> {
  // Before anything is decoded, which takes several times its size.
  if (typeof payload !== "string" || payload.length > LONGEST) throw new TypeError();
  const bytes = bytesOf(payload);
  if (bytes === undefined || secret === "" || typeof secret !== "string") throw new TypeError();
  if (new TextDecoder("latin1").decode(bytes.subarray(0, MAGIC.length)) !== MAGIC) throw new TypeError();
  const material = derive(new TextEncoder().encode(secret), bytes.subarray(MAGIC.length, BLOCK));
  const key = await crypto.subtle.importKey("raw", material.slice(0, KEY_BYTES), "AES-CBC", false, ["decrypt"]);
  return crypto.subtle.decrypt({ name: "AES-CBC", iv: material.slice(KEY_BYTES) }, key, bytes.subarray(BLOCK));
}

/** Key and initial vector, one after the other: OpenSSL's `EVP_BytesToKey` with MD5, once. */
function derive(secret: Uint8Array, salt: Uint8Array): Uint8Array<ArrayBuffer> {
  const material = new Uint8Array(KEY_BYTES + BLOCK);
  let hash = new Uint8Array();
  for (let length = 0; length < material.length; length += hash.length) {
    hash = md5(Uint8Array.of(...hash, ...secret, ...salt));
    material.set(hash, length);
  }
  return material;
}
