import type { ClientOptions, SigningOptions } from "../generated/types.js";
import { bytesOf, canonicalOf, hexOf, keyOf, SIGNATURE_HEADER } from "./canonical.js";

type Fetch = NonNullable<ClientOptions["fetch"]>;

/** A `fetch` that signs what it sends, with this one, or with the global one of that moment. */
export function signerOf({ keyId, secret }: SigningOptions, fetch: Fetch | undefined): Fetch {
  let key: Promise<CryptoKey> | undefined;
  return async (url, init) => {
    const { pathname, search } = new URL(url);
    const { method = "", body } = init;
    const time = String(Math.floor(Date.now() / 1_000));
    const nonce = crypto.randomUUID();
    const bytes = bytesOf((body ?? "") as string);
    const text = await canonicalOf({ keyId, method, path: pathname + search, time, nonce, body: bytes });
    const sig = hexOf(await crypto.subtle.sign("HMAC", await (key ??= keyOf(secret, "sign")), text));
    const header = { [SIGNATURE_HEADER]: `v1;key=${keyId};t=${time};nonce=${nonce};sig=${sig}` };
    const send = fetch ?? globalThis.fetch;
    return send(url, { ...init, headers: { ...(init.headers as Record<string, string>), ...header } });
  };
}
