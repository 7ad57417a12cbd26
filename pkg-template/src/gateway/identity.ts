import { keyOf, SIGNATURE_HEADER } from "../signing/canonical.js";
import { isSigned, type Signature, signatureOf } from "../signing/verify.js";
import { wordsFor } from "../tag.js";
import { type GatewayCaller, problemOf } from "./caller.js";
import { Refusal, wordsOf } from "./refusal.js";
import type { Settings } from "./settings.js";

/** Who calls, as far as that is known before the body is there. */
export interface Identity {
  readonly caller: GatewayCaller;
  readonly keyId?: string;
  /** Makes sure of it. @throws {Refusal} 401 */
  readonly verify: (path: string, body: Uint8Array<ArrayBuffer>) => Promise<void>;
}

/**
 * Who calls: by the signature, if there is one, otherwise as `authenticate` says.
 *
 * @throws {Refusal} 401 if that is nobody.
 */
export async function identityOf(request: Request, settings: Settings): Promise<Identity> {
  // A signature that is not good is not made up for by anything else.
  const header = request.headers.get(SIGNATURE_HEADER);
  return header === null ? strangerOf(request, settings) : signerOf(request.method, header, settings);
}

async function strangerOf(request: Request, { api, authenticate }: Settings): Promise<Identity> {
  let caller: GatewayCaller | undefined;
  try {
    caller = await authenticate?.(request);
  } catch (thrown) {
    throw new Refusal(503, "the gateway cannot tell who calls", `"authenticate" failed: ${wordsOf(thrown)}`);
  }
  if (caller == null) throw new Refusal(401, "this gateway does not know who calls: expected a signature or a sign-in");
  const problem = request.bodyUsed ? "read the request's body: expected request.clone()" : problemOf(caller, api);
  if (problem !== undefined) {
    throw new Refusal(500, "the gateway is not set up for this caller", `what "authenticate" gave ${problem}`);
  }
  return { caller, verify: async () => {} };
}

function signerOf(method: string, header: string, settings: Settings): Identity {
  const signature = signatureOf(header);
  if (signature === undefined) {
    throw new Refusal(401, `the signature is malformed: expected "v1;key=…;t=…;nonce=…;sig=…"`);
  }
  const { keyId } = signature;
  const entry = settings.keys.get(keyId);
  if (entry === undefined) throw new Refusal(401, "this gateway does not know the key of the signature");
  const { secret, ...caller } = entry;
  const verify = async (path: string, body: Uint8Array<ArrayBuffer>): Promise<void> => {
    const key = await keyOf(secret, "verify");
    if (!(await isSigned({ method, path, body }, signature, key))) {
      throw new Refusal(401, "the signature is not of this request: expected one of its method, path, query and body");
    }
    refuseStale(signature, settings);
    await refuseKnown(signature, settings);
    // Once more: whoever has looked the nonce up may have forgotten it while this waited for the answer.
    refuseStale(signature, settings);
  };
  return { caller, keyId, verify };
}

function refuseStale({ time }: Signature, { now, toleranceMs }: Settings): void {
  // Asked this way round, so that a clock that gives NaN refuses. At the very end of the tolerance a nonce that was
  // used at its very beginning may be forgotten: `replays` need keep it no longer than twice as long.
  if (Math.abs(now() - Number(time) * 1_000) < toleranceMs) return;
  const tolerance = `${toleranceMs / 1_000} s`;
  throw new Refusal(401, `the signature's time is not within ${tolerance} of now: expected a clock that is right`);
}

async function refuseKnown({ keyId, nonce }: Signature, { replays }: Settings): Promise<void> {
  const failed = (detail: string) => new Refusal(503, "the gateway cannot tell whether it knows the request", detail);
  let known: unknown;
  try {
    known = await replays?.seen(`${keyId}:${nonce}`);
  } catch (thrown) {
    throw failed(`"replays" failed: ${wordsOf(thrown)}`);
  }
  if (known === true)
    throw new Refusal(401, "the signature's nonce was used before: expected a new one for each request");
  // A store's answer that was passed on by mistake, such as nothing, must not let everything through.
  if (known !== false) throw failed(`"replays" gave ${wordsFor(known)}: expected a boolean`);
}
