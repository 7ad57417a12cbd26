import { canonicalOf, type Signable } from "./canonical.js";

/** A signature, as the header has it. */
export interface Signature {
  readonly keyId: string;
  readonly time: string;
  readonly nonce: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Some proxies write a header twice, and `Headers` joins the two: that is one signature all the same. */
const HEADER = /^(v1;key=([\w.-]{1,64});t=(\d{1,12});nonce=([\w-]{22,64});sig=([0-9a-f]{64}))(?:, ?\1)*$/;

/** The signature that a header's value is; nothing if it is written in any other way, or several differ. */
export function signatureOf(header: string): Signature | undefined {
  const found = HEADER.exec(header) as string[] | null;
  if (found === null) return undefined;
  const [, , keyId, time, nonce, sig] = found as [string, string, string, string, string, string];
  const bytes = Uint8Array.from(sig.match(/../g) as string[], (pair) => parseInt(pair, 16));
  return { keyId, time, nonce, bytes };
}

/** Whether this key signed this request. WebCrypto compares in constant time. */
export async function isSigned(
  request: Omit<Signable, keyof Signature>,
  signature: Signature,
  key: CryptoKey,
): Promise<boolean> {
  return crypto.subtle.verify("HMAC", key, signature.bytes, await canonicalOf({ ...request, ...signature }));
}
