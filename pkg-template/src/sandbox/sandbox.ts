import { failure } from "../common/error.js";
import { tagOf } from "../common/tag.js";
import { PUBLIC_KEYS } from "../generated/sandbox/keys.js";
import { Clock, type SandboxClock } from "./clock.js";
import type { SandboxEvent, SandboxReceiver, Unsigned } from "./emit.js";
import { command, type Engine, openEngine, order } from "./engine.js";
import type { Off, SandboxFault, SandboxStorm } from "./faults.js";
import { fetchOf, type SandboxFetch } from "./fetch.js";
import { checked, openingOf, resettingOf, type SandboxOptions, type SandboxState } from "./options.js";
import type { SandboxRequest } from "./requests.js";
import type { SandboxOAuthChange, SandboxOAuthTally } from "./tokens.js";
import { idsOf, type SandboxIds, type SandboxTokens, type Tour } from "./tour.js";

/** `close()` for `using`, where the language has that. */
export type SandboxDisposable = {
  readonly [own in SymbolConstructor extends { readonly dispose: infer Own extends symbol } ? Own : never]: () => void;
};

/** HighLevel in memory: a company of its own. Its functions may be taken off it, but for those of the clock. */
export interface Sandbox extends SandboxDisposable {
  /** Answers as HighLevel does, to a client or to whatever else takes a `fetch`. It sends nothing anywhere. */
  readonly fetch: SandboxFetch;
  /** What opens it. */
  readonly tokens: SandboxTokens;
  /** What is there at the start, by name. */
  readonly ids: SandboxIds;
  /** Its time. */
  readonly clock: SandboxClock;
  /** What it was asked since it began, the oldest first: at most `logSize` calls. Made anew each time. */
  readonly requests: readonly SandboxRequest[];
  /** Those of them that it has no answer for, so that a test can expect none. */
  readonly unmatched: readonly SandboxRequest[];
  /** What verifies the webhooks that it signs. */
  readonly publicKeys: { readonly ed25519: string; readonly rsa: string };
  /**
   * Lets something fail: the next call, or those that the fault is for. First ordered, first met.
   *
   * @returns What ends it.
   * @throws {HighLevelError} `invalid_input`, naming what is wrong.
   */
  readonly fault: (fault: SandboxFault) => Off;
  /**
   * Lets calls fail by chance, in the place of the storm before.
   *
   * @returns What ends it.
   * @throws {HighLevelError} `invalid_input`, naming what is wrong.
   */
  readonly storm: (storm: SandboxStorm) => Off;
  /** Ends all faults, and the storm. */
  readonly calm: () => void;
  /**
   * Changes the tokens that were given out by OAuth. Without a change it tells how often that was.
   *
   * @returns With `authorize`, the code.
   * @throws {HighLevelError} `invalid_input`, naming what is wrong.
   */
  readonly oauth: {
    (): SandboxOAuthTally;
    (change: SandboxOAuthChange): { readonly code?: string };
  };
  /**
   * Sends a webhook as HighLevel would, signed with a key of its own (`publicKeys`).
   *
   * @param to - A function, such as a handler of a framework, or a URL, which the runtime's own `fetch` calls.
   * @returns What was answered.
   * @throws {HighLevelError} `invalid_input`, naming what is wrong. What `to` throws comes through.
   */
  readonly emit: (event: SandboxEvent, to: SandboxReceiver) => Promise<Response>;
  /**
   * Starts over, as it was made, but for the options that are given now: what was changed, asked and ordered is forgotten,
   * and the clock is set again. Answers that are on their way arrive.
   *
   * @throws {HighLevelError} `invalid_config`, naming what is wrong.
   */
  readonly reset: (options?: SandboxOptions) => void;
  /**
   * All by which it answers, for the option `state`: people, things, tokens, what they have left of the rate limit, and the
   * configuration. What was asked and ordered is no part of it, nor is the clock.
   */
  readonly export: () => SandboxState;
  /** Gives its memory back: whatever is asked of it fails with `closed`. One that nobody has any more closes by itself. */
  readonly close: () => void;
}

const CALLER = "createSandbox";
/** As compilers write it where the runtime has no such symbol. */
const DISPOSE = (Symbol as { dispose?: symbol }).dispose ?? Symbol.for("Symbol.dispose");
/** In the place of a storm that is over: a call meets no fault. */
const CALM = { seed: 0, calm: 1, faults: [] };

/**
 * Makes a sandbox: HighLevel in memory, as a `fetch`.
 *
 * @throws {HighLevelError} `invalid_config` for an option that is unknown or wrong, or a runtime that lacks WebAssembly.
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const made = checked(CALLER, options);
  let current = made;
  let open: Engine | undefined = openEngine(CALLER, openingOf(made));
  let known: Tour | undefined;
  // What was ordered before one of them is over.
  let run = {};
  let storm: object | undefined;
  const clock = new Clock();

  const engine = (): Engine => {
    if (open === undefined) throw failure("closed", "sandbox", "it was closed before");
    return open;
  };
  const tour = (): Tour => (known ??= command<Tour>(engine(), "seed"));
  const listed = (name: "requests" | "unmatched") => Object.freeze(command<SandboxRequest[]>(engine(), name));

  function begin({ faults = [], now }: SandboxOptions, caller: string): void {
    run = {};
    known = storm = undefined;
    clock.begin(now);
    faults.forEach((fault, place) => {
      order(engine(), "fault", fault, { caller, code: "invalid_config", part: `faults[${place}]` });
    });
  }

  const box = {
    fetch: fetchOf({ clock, engine, latencyMs: () => current.latencyMs ?? 0 }),
    get tokens() {
      return tour().tokens;
    },
    get ids() {
      return idsOf(tour());
    },
    clock,
    get requests() {
      return listed("requests");
    },
    get unmatched() {
      return listed("unmatched");
    },
    publicKeys: PUBLIC_KEYS,
    fault(fault: SandboxFault): Off {
      const { id } = order<{ id: number }>(engine(), "fault", fault);
      const own = run;
      return () => {
        if (own === run && open) order(open, "faults/off", { id });
      };
    },
    storm(wanted: SandboxStorm): Off {
      const { seed = 1 } = current;
      order(engine(), "storm", tagOf(wanted) === "Object" ? { seed, ...wanted } : wanted);
      const own = (storm = {});
      return () => {
        if (own === storm && open) order(open, "storm", CALM);
      };
    },
    calm(): void {
      storm = undefined;
      command(engine(), "faults/off");
    },
    oauth(change?: SandboxOAuthChange): SandboxOAuthTally & { readonly code?: string } {
      return change === undefined ? command(engine(), "oauth") : order(engine(), "oauth", change);
    },
    async emit(event: SandboxEvent, to: SandboxReceiver): Promise<Response> {
      const webhook = order<Unsigned>(engine(), "webhook", event, { caller: "sandbox.emit" });
      // Its keys are as heavy as much of the rest: they are loaded by those who sign.
      const { deliver } = await import("./emit.js");
      return deliver(webhook, event.legacy === true, to);
    },
    reset(given: SandboxOptions = {}): void {
      const caller = "sandbox.reset";
      const changed = checked(caller, given);
      const wanted = { ...made, ...changed };
      order(engine(), "reset", resettingOf(changed), { caller, code: "invalid_config" });
      current = wanted;
      begin(wanted, caller);
    },
    export: () => command<SandboxState>(engine(), "export"),
    close(): void {
      open?.free();
      open = undefined;
    },
    [DISPOSE]: () => box.close(),
  };
  try {
    begin(made, CALLER);
  } catch (error) {
    box.close();
    throw error;
  }
  return box;
}
