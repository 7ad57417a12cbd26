import { FLAG, type Rule } from "../fields.js";
import { keyOf, SIGNATURE_HEADER } from "../signing/canonical.js";
import { isSigned, type Signature, signatureOf } from "../signing/verify.js";
import { type GatewayCaller, problemOf } from "./caller.js";
import { asked, type Visit } from "./visit.js";
import { Refusal, UNCLEAR } from "./refusal.js";

/** Who calls, as far as that is known before the body is there. */
export interface Identity {
  readonly keyId?: string;
  /** Who that is. @throws {Refusal} 401 if the request is not theirs. */
  readonly verify: (path: string, body: Uint8Array<ArrayBuffer>) => Promise<GatewayCaller>;
  /** @throws {Refusal} 401 if this very request came before. */
  readonly refuseKnown: () => Promise<void>;
}

/**
 * Who calls: by the signature, if there is one, otherwise as `authenticate` says.
 *
 * @throws {Refusal} 401 if that is nobody.
 */
export async function identityOf(visit: Visit): Promise<Identity> {
  // A signature that is not good is not made up for by anything else.
  const header = visit.request.headers.get(SIGNATURE_HEADER);
  if (header !== null) return signerOf(header, visit);
  const caller = await strangerOf(visit);
  return { verify: async () => caller, refuseKnown: async () => {} };
}

const ANYTHING: Rule = { expected: "", accepts: () => true };

async function strangerOf(visit: Visit): Promise<GatewayCaller> {
  const { api, authenticate, request } = visit;
  const ask = () => authenticate?.(request);
  const caller = await asked<unknown>(visit, "authenticate", "the gateway cannot tell who calls", ask, ANYTHING);
  if (caller == null) throw new Refusal(401, "this gateway does not know who calls: expected a signature or a sign-in");
  const problem = request.bodyUsed ? "read the request's body: expected request.clone()" : problemOf(caller, api);
  if (problem === undefined) return caller as GatewayCaller;
  throw new Refusal(500, "the gateway is not set up for this caller", `what "authenticate" gave ${problem}`);
}

function signerOf(header: string, visit: Visit): Identity {
  const signature = signatureOf(header);
  if (signature === undefined) {
    throw new Refusal(401, `the signature is malformed: expected "v1;key=…;t=…;nonce=…;sig=…"`);
  }
  refuseStale(signature, visit);
  const { keyId, nonce } = signature;
  const { method } = visit.request;
  return {
    keyId,
    async verify(path, body) {
      const { secret, ...caller } = visit.keys.get(keyId) ?? NOBODY;
      // Nothing tells, nor how long it takes, whether there is a key of this id: it is nobody's business.
      const isGood = await isSigned({ method, path, body }, signature, await keyOf(secret, "verify"));
      if (isGood && caller.operations !== undefined) return caller;
      throw new Refusal(
        401,
        "the signature is not of this request by a known key: expected one of its method, path, query and body",
      );
    },
    async refuseKnown() {
      // It is needed as long as the time may be in the future and in the past, and a minute for clocks that differ.
      const ask = () => visit.replays?.seen(`${keyId}:${nonce}`, 2 * visit.toleranceMs + 60_000);
      // A store's answer that was passed on by mistake, such as nothing, must not let everything through.
      const isKnown = await asked(visit, "replays", UNCLEAR, ask, FLAG);
      if (isKnown) throw new Refusal(401, "the signature's nonce was used before: expected a new one for each request");
      // Once more: whoever has looked the nonce up may have forgotten it while this waited for the answer.
      refuseStale(signature, visit);
    },
  };
}

/** Whose signatures are looked at and never good. */
const NOBODY = { secret: SIGNATURE_HEADER, operations: undefined };

function refuseStale({ time }: Signature, { now, toleranceMs }: Visit): void {
  // Asked this way round, so that a clock that gives NaN refuses. At the very end of the tolerance a nonce that was
  // used at its very beginning may be forgotten: `replays` need keep it no longer than twice as long.
  if (Math.abs(now() - Number(time) * 1_000) < toleranceMs) return;
  const tolerance = `${toleranceMs / 1_000} s`;
  throw new Refusal(401, `the signature's time is not within ${tolerance} of now: expected a clock that is right`);
}
