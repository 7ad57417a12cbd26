import { FLAG, type Rule } from "../common/fields.js";
import { type GatewayCaller, problemOf } from "./caller.js";
import { asked, type Visit } from "./visit.js";
import { Refusal, UNCLEAR } from "./refusal.js";
import type * as Signatures from "./signatures.js";

/** Who calls, as far as that is known before the body is there. */
export interface Identity {
  readonly keyId?: string;
  /** Who that is. @throws {Refusal} 401 if the request is not theirs. */
  readonly verify: (body: Uint8Array<ArrayBuffer>) => Promise<GatewayCaller>;
  /** @throws {Refusal} 401 if this very request came before. */
  readonly refuseKnown: () => Promise<void>;
}

/**
 * Who calls: by the signature, if there is one for a gateway, otherwise as `authenticate` says.
 *
 * @throws {Refusal} 401 if that is nobody.
 */
export async function identityOf(visit: Visit): Promise<Identity> {
  if (!visit.request.headers.has("signature-input")) return strangerOf(visit);
  // A file of its own, for those whose callers sign.
  const { isSigned, signaturesOf } = await import("./signatures.js");
  const signatures = signaturesOf(visit.request);
  // A signature that is not good is not made up for by anything else, and of two none is the one.
  if (signatures === undefined || signatures.length > 1) throw new Refusal(401, MALFORMED);
  return signatures[0] === undefined ? strangerOf(visit) : signerOf(signatures[0], visit, isSigned);
}

const MALFORMED = `the signature is malformed: expected one of RFC 9421 with created, nonce, keyid and tag="ghl-users"`;
const ANYTHING: Rule = { expected: "", accepts: () => true };

async function strangerOf(visit: Visit): Promise<Identity> {
  const { api, authenticate, request } = visit;
  const ask = () => authenticate?.(request);
  const caller = await asked<unknown>(visit, "authenticate", "the gateway cannot tell who calls", ask, ANYTHING);
  if (caller == null) throw new Refusal(401, "this gateway does not know who calls: expected a signature or a sign-in");
  const problem = request.bodyUsed ? "read the request's body: expected request.clone()" : problemOf(caller, api);
  if (problem !== undefined) {
    throw new Refusal(500, "the gateway is not set up for this caller", `what "authenticate" gave ${problem}`);
  }
  return { verify: async () => caller as GatewayCaller, refuseKnown: async () => {} };
}

function signerOf(signature: Signatures.Signature, visit: Visit, isSigned: typeof Signatures.isSigned): Identity {
  refuseStale(signature, visit);
  const { keyId, nonce } = signature;
  return {
    keyId,
    async verify(body) {
      const { secret, ...caller } = visit.keys.get(keyId) ?? NOBODY;
      // Nothing tells, nor how long it takes, whether there is a key of this id: it is nobody's business.
      const isGood = await isSigned(visit.request, body, signature, secret);
      if (isGood && caller.operations !== undefined) return caller;
      throw new Refusal(
        401,
        "the signature is not of this request by a known key: expected one of @method, @path, @query and content-digest",
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
const NOBODY = { secret: "nobody", operations: undefined };

function refuseStale({ created, expires }: Signatures.Signature, { now, toleranceMs }: Visit): void {
  const moment = now();
  // Asked this way round, so that a clock that gives NaN refuses. At the very end of the tolerance a nonce that was
  // used at its very beginning may be forgotten: `replays` need keep it no longer than twice as long.
  if (Math.abs(moment - created * 1_000) < toleranceMs && moment <= expires * 1_000) return;
  const tolerance = `${toleranceMs / 1_000} s`;
  throw new Refusal(401, `the signature's time is not within ${tolerance} of now, or is over: expected a clock that is right`);
}
