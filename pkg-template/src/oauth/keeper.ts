import { type HighLevelError, isHighLevelError } from "../common/error.js";
import type { Shelf } from "./shelf.js";
import type { OAuthTokens } from "./tokens.js";
import { type Verdict, verdictOf } from "./verdict.js";

/** What a keeper needs to know of its tokens. */
export interface Custody {
  readonly shelf: Shelf;
  /** Gets new tokens in the place of these, if there are any. */
  readonly renew: (tokens: OAuthTokens | undefined) => Promise<OAuthTokens>;
  readonly refreshBeforeMs: number;
  readonly now: () => number;
}

/** What is known of the tokens. A flight goes on with the memory that it began with, whatever is the current one. */
interface Memory {
  /** What the store has, as far as is known. */
  tokens?: OAuthTokens | undefined;
  version?: string | undefined;
  unsaved?: Unsaved | undefined;
  /** The refresh token that was refused, and how. */
  refusal?: { readonly refreshToken: string; readonly error: HighLevelError };
  /** Until when tokens that still work are not renewed again, in milliseconds since 1970. */
  restsUntil?: number;
  /** What goes on at this moment. Whoever needs a token meanwhile waits for it. */
  flight?: Flight | undefined;
  /** Whether there are other tokens now, so that whatever comes of these must not be stored. */
  isReplaced?: boolean;
}

interface Flight {
  readonly token: Promise<string>;
  /** When it began, in milliseconds since 1970. */
  readonly since: number;
}

/** Tokens that the store has not taken yet. */
interface Unsaved {
  readonly tokens: OAuthTokens;
  /** Whether they replace what others have written meanwhile. */
  readonly prevails: boolean;
}

/** How often others may come first. */
const MOST_ROUNDS = 5;
/** How long tokens that still work are left alone, once they were renewed or could not be. */
const REST_MS = 10_000;
/** How long others join a flight. HighLevel answers a refresh token alike for 30 seconds: time for one more. */
const PATIENCE_MS = 10_000;

/** Keeps the tokens of one resource, in memory and in the store, and renews them in time. */
export class Keeper {
  readonly #custody: Custody;
  #memory: Memory = {};

  constructor(custody: Custody) {
    this.#custody = custody;
  }

  /** Tokens that the store has not taken yet. */
  get unsaved(): OAuthTokens | undefined {
    return this.#memory.unsaved?.tokens;
  }

  /** An access token that works as far as one can tell, and is not the one that was rejected. */
  async token(rejected: string | undefined): Promise<string> {
    for (;;) {
      this.#abandon();
      const memory = this.#memory;
      const { flight } = memory;
      const ready = flight === undefined ? this.#ready(memory, rejected) : undefined;
      if (ready !== undefined) return ready;
      try {
        const token = await (flight ? this.#join(flight) : this.#begin(memory, () => this.#find(memory, rejected)));
        if (token !== undefined && memory === this.#memory) return token;
      } catch (error) {
        if (memory === this.#memory) throw error;
      }
    }
  }

  /** Replaces the tokens, here and in the store. Of two calls at once the later one counts. */
  async replace(tokens: OAuthTokens): Promise<void> {
    const memory: Memory = { unsaved: { tokens, prevails: true } };
    this.#memory.isReplaced = true;
    this.#memory = memory;
    await this.#begin(memory, async () => {
      await this.#save(memory);
      return tokens.accessToken;
    });
  }

  #begin(memory: Memory, work: () => Promise<string>): Promise<string> {
    const token = work().finally(() => {
      memory.flight = undefined;
    });
    memory.flight = { token, since: this.#custody.now() };
    return token;
  }

  /** Waits until the flight of another call is over, or has taken too long. */
  async #join(flight: Flight): Promise<undefined> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const over = new Promise((resolve) => {
      timer = setTimeout(resolve, Math.min(this.#patienceFor(flight), PATIENCE_MS));
    });
    try {
      await Promise.race([flight.token, over]);
    } finally {
      clearTimeout(timer);
    }
  }

  /**
   * Forgets a flight that takes too long: a Worker's request may have ended, and its flight with it, without a word.
   * If it does come to an end, its tokens are stored unless others were.
   */
  #abandon(): void {
    const { flight } = this.#memory;
    if (flight !== undefined && this.#patienceFor(flight) <= 0) this.#memory = { ...this.#memory, flight: undefined };
  }

  #patienceFor({ since }: Flight): number {
    return since + PATIENCE_MS - this.#custody.now();
  }

  async #find(memory: Memory, rejected: string | undefined): Promise<string> {
    await this.#save(memory);
    try {
      const ready = this.#ready(memory, rejected) ?? (await this.#look(memory, rejected));
      return ready ?? (await this.#custody.shelf.exclusively(() => this.#renew(memory, rejected)));
    } catch (error) {
      const { tokens, unsaved } = memory;
      const works = this.#verdict(memory, rejected) === "due";
      if (tokens === undefined || unsaved !== undefined || !works) throw error;
      // It was early: these will do, and a later call tries again.
      this.#rest(memory);
      return tokens.accessToken;
    }
  }

  async #renew(memory: Memory, rejected: string | undefined): Promise<string> {
    for (let round = 0; round < MOST_ROUNDS && !memory.isReplaced; round += 1) {
      const ready = await this.#look(memory, rejected);
      if (ready !== undefined) return ready;
      const tokens = await this.#renewed(memory);
      if (tokens === undefined) continue;
      memory.unsaved = { tokens, prevails: false };
      this.#rest(memory);
      if (await this.#save(memory)) return tokens.accessToken;
    }
    throw this.#custody.shelf.failure("others kept writing other tokens");
  }

  /** New tokens; nothing if the refresh token is refused: another process may have used it, and stored the next. */
  async #renewed(memory: Memory): Promise<OAuthTokens | undefined> {
    const { tokens } = memory;
    try {
      return await this.#custody.renew(tokens);
    } catch (error) {
      if (tokens?.refreshToken === undefined || !isHighLevelError(error, "invalid_grant")) throw error;
      memory.refusal = { refreshToken: tokens.refreshToken, error };
      return undefined;
    }
  }

  /** Asks the store what it has, and gives the token that can be used, if there is one now. */
  async #look(memory: Memory, rejected: string | undefined): Promise<string | undefined> {
    await this.#read(memory);
    if (memory.refusal !== undefined && this.#verdict(memory, rejected) === "refused") throw memory.refusal.error;
    return this.#ready(memory, rejected);
  }

  async #read(memory: Memory): Promise<void> {
    const stored = await this.#custody.shelf.read();
    memory.tokens = stored?.value;
    memory.version = stored?.version;
  }

  /** Writes what the store has not taken yet. Gives `false` if that was given up for what others have written. */
  async #save(memory: Memory): Promise<boolean> {
    const { shelf } = this.#custody;
    for (let round = 0; memory.unsaved !== undefined; round += 1) {
      if (memory.isReplaced) return false;
      if (round === MOST_ROUNDS) throw shelf.failure("others kept writing other tokens");
      const { tokens, prevails } = memory.unsaved;
      const version = await shelf.write(tokens, memory.version);
      if (version !== undefined) {
        memory.tokens = tokens;
        memory.version = version;
        memory.unsaved = undefined;
      } else if (prevails && memory === this.#memory) {
        memory.version = await shelf.version();
      } else {
        await this.#read(memory);
        if (memory.tokens === undefined) continue;
        memory.unsaved = undefined;
        return false;
      }
    }
    return true;
  }

  /** The access token, if nothing has to be done for it. */
  #ready(memory: Memory, rejected: string | undefined): string | undefined {
    const isReady = memory.unsaved === undefined && this.#verdict(memory, rejected) === "fresh";
    return isReady ? memory.tokens?.accessToken : undefined;
  }

  #rest(memory: Memory): void {
    memory.restsUntil = this.#custody.now() + REST_MS;
  }

  #verdict({ tokens, refusal, restsUntil = 0 }: Memory, rejected: string | undefined): Verdict {
    const { now, refreshBeforeMs } = this.#custody;
    return verdictOf(tokens, { now: now(), refreshBeforeMs, restsUntil, rejected, refused: refusal?.refreshToken });
  }
}
