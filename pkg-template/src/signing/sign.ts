import { HighLevelError } from "../error.js";
import type { ClientOptions, SigningOptions } from "../generated/types.js";
import { bytesOf, canonicalOf, hexOf, keyOf, problemOf, SIGNATURE_HEADER } from "./canonical.js";

type Fetch = NonNullable<ClientOptions["fetch"]>;

/**
 * The options with a `fetch` that signs, if they ask for that. Each attempt is signed anew: a nonce counts once.
 * What is of a wrong type stays as it is, for the engine to refuse.
 *
 * @throws {HighLevelError} `invalid_config` for a key that cannot sign, or where signing makes no sense.
 */
export function signed(options: ClientOptions): ClientOptions {
  const { signing, baseUrl, fetch } = options ?? {};
  const { keyId, secret } = signing ?? {};
  if (typeof keyId !== "string" || typeof secret !== "string") return options;
  if (fetch !== undefined && typeof fetch !== "function") return options;
  const problem = problemOf(keyId, secret);
  if (problem !== undefined) throw refusal(`"signing.${problem[0]}" ${problem[1]}`);
  if (baseUrl === undefined) throw refusal('"signing" needs a gateway\'s "baseUrl": HighLevel checks no signatures');
  if (globalThis.crypto?.subtle === undefined) {
    throw refusal('"signing" needs WebCrypto, which a page has only where it came over https or from a loopback host');
  }
  return { ...options, fetch: signer({ keyId, secret }, fetch) };
}

function signer({ keyId, secret }: SigningOptions, fetch: Fetch | undefined): Fetch {
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

function refusal(message: string): HighLevelError {
  return new HighLevelError({ code: "invalid_config", message });
}
