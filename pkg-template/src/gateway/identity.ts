import { keyOf, SIGNATURE_HEADER } from "../signing/canonical.js";
import { isSigned, type Signature, signatureOf } from "../signing/verify.js";
import { type GatewayCaller, problemOf } from "./caller.js";
import { asked, isBoolean, type Progress } from "./progress.js";
import { Refusal, UNCLEAR } from "./refusal.js";
import type { Settings } from "./settings.js";

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
export async function identityOf(request: Request, settings: Settings, progress: Progress): Promise<Identity> {
  // A signature that is not good is not made up for by anything else.
  const header = request.headers.get(SIGNATURE_HEADER);
  if (header !== null) return signerOf(request.method, header, settings, progress);
  const caller = await strangerOf(request, settings, progress);
  return { verify: async () => caller, refuseKnown: async () => {} };
}

const isAnything = (_given: unknown): _given is unknown => true;

async function strangerOf(
  request: Request,
  { api, authenticate }: Settings,
  progress: Progress,
): Promise<GatewayCaller> {
  const ask = () => authenticate?.(request);
  const caller = await asked(progress, "authenticate", "the gateway cannot tell who calls", ask, isAnything, "");
  if (caller == null) throw new Refusal(401, "this gateway does not know who calls: expected a signature or a sign-in");
  const problem = request.bodyUsed ? "read the request's body: expected request.clone()" : problemOf(caller, api);
  if (problem === undefined) return caller as GatewayCaller;
  throw new Refusal(500, "the gateway is not set up for this caller", `what "authenticate" gave ${problem}`);
}

function signerOf(method: string, header: string, settings: Settings, progress: Progress): Identity {
  const signature = signatureOf(header);
  if (signature === undefined) {
    throw new Refusal(401, `the signature is malformed: expected "v1;key=…;t=…;nonce=…;sig=…"`);
  }
  refuseStale(signature, settings);
  const { keyId, nonce } = signature;
  return {
    keyId,
    async verify(path, body) {
      const { secret, ...caller } = settings.keys.get(keyId) ?? NOBODY;
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
      const ask = () => settings.replays?.seen(`${keyId}:${nonce}`, 2 * settings.toleranceMs + 60_000);
      // A store's answer that was passed on by mistake, such as nothing, must not let everything through.
      const isKnown = await asked(progress, "replays", UNCLEAR, ask, isBoolean, "a boolean");
      if (isKnown) throw new Refusal(401, "the signature's nonce was used before: expected a new one for each request");
      // Once more: whoever has looked the nonce up may have forgotten it while this waited for the answer.
      refuseStale(signature, settings);
    },
  };
}

/** Whose signatures are looked at and never good. */
const NOBODY = { secret: SIGNATURE_HEADER, operations: undefined };

function refuseStale({ time }: Signature, { now, toleranceMs }: Settings): void {
  // Asked this way round, so that a clock that gives NaN refuses. At the very end of the tolerance a nonce that was
  // used at its very beginning may be forgotten: `replays` need keep it no longer than twice as long.
  if (Math.abs(now() - Number(time) * 1_000) < toleranceMs) return;
  const tolerance = `${toleranceMs / 1_000} s`;
  throw new Refusal(401, `the signature's time is not within ${tolerance} of now: expected a clock that is right`);
}
