import { bytesOf } from "../common/base64.js";
import { baseOf, DIGEST, type Message, REQUIRED, TAG } from "../signing/base.js";
import { dictionaryOf } from "../signing/dictionary.js";
import { isDigestOf } from "../signing/digest.js";
import { keyOf } from "../signing/key.js";

/** A signature, as the headers `Signature-Input` and `Signature` have it. */
export interface Signature {
  readonly keyId: string;
  /** In whole seconds since 1970. */
  readonly created: number;
  /** Likewise; very late if it is not said. */
  readonly expires: number;
  readonly nonce: string;
  readonly components: readonly string[];
  /** All that is said of it, as it is signed. */
  readonly params: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const ALGORITHM = '"hmac-sha256"';
/** The last moment that there is a number for. */
const NEVER = "9".repeat(15);

/**
 * The signatures among those of a request whose tag says that they are for a gateway. Nothing if the headers, or one of
 * these, are not as they should be.
 */
export function signaturesOf({ headers }: Pick<Message, "headers">): Signature[] | undefined {
  const inputs = dictionaryOf(headers.get("signature-input") ?? "");
  const values = dictionaryOf(headers.get("signature") ?? "");
  if (inputs === undefined || values === undefined) return undefined;
  const signatures: Signature[] = [];
  for (const [label, { items, params, text }] of inputs) {
    if (params.get("tag") !== TAG) continue;
    const param = (name: string, form: RegExp, otherwise = ""): string | undefined =>
      form.exec(params.get(name) ?? otherwise)?.[1];
    const keyId = param("keyid", /^"([\w.-]{1,64})"$/);
    const created = param("created", /^(\d+)$/);
    const expires = param("expires", /^(\d+)$/, NEVER);
    const nonce = param("nonce", /^"(.{1,256})"$/);
    const bytes = bytesOf(/^:(.*):$/.exec(values.get(label)?.value ?? "")?.[1] ?? "-");
    const isOther = (params.get("alg") ?? ALGORITHM) !== ALGORITHM;
    if (isOther || !items || !keyId || !created || !expires || !nonce || !bytes) return undefined;
    const times = { created: Number(created), expires: Number(expires) };
    signatures.push({ keyId, ...times, nonce, components: items, params: text, bytes });
  }
  return signatures;
}

/**
 * Whether a request was signed with this secret, and with all that counts: its method, path and query, and a digest that
 * is of its body, if it has one. WebCrypto compares in constant time.
 */
export async function isSigned(
  message: Message,
  body: Uint8Array<ArrayBuffer>,
  { components, params, bytes }: Signature,
  secret: string,
): Promise<boolean> {
  const covered = new Set(components);
  if (covered.size < components.length || !REQUIRED.every((component) => covered.has(component))) return false;
  // What is not signed may have been added by anybody, and what is signed of a body that is not there, too.
  const digest = message.headers.get("content-digest") ?? "";
  if (covered.has(DIGEST) ? !(await isDigestOf(digest, body)) : body.length > 0) return false;
  const base = baseOf(message, components, params);
  return base !== undefined && crypto.subtle.verify("HMAC", await keyOf(secret, "verify"), bytes, base);
}
