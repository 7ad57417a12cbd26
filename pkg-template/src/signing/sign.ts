import { HighLevelError } from "../error.js";
import type { ClientOptions } from "../generated/types.js";
import { loaded } from "../part.js";
import { copyOf } from "../tag.js";
import { problemOf } from "./canonical.js";

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
    throw refusal('"signing" needs WebCrypto, which a page has only over https');
  }
  const load = loaded("signing", () => import("./signing.js"));
  let signer: Promise<Fetch> | undefined;
  const sign: Fetch = async (url, init) => {
    signer ??= load().then(({ signerOf }) => signerOf({ keyId, secret }, fetch));
    return (await signer)(url, init);
  };
  return Object.assign(copyOf(options), { fetch: sign });
}

function refusal(message: string): HighLevelError {
  return new HighLevelError({ code: "invalid_config", message });
}
