import { failure, HighLevelError, isHighLevelError } from "../common/error.js";
import { check, required, TEXT } from "../common/fields.js";
import { refresh } from "./grant.js";
import { Keeper } from "./keeper.js";
import { locationToken } from "./location.js";
import { keyOf, nameOf, type OAuthResource, userTypeOf } from "./resource.js";
import { type OAuthSessionOptions, type Settings, settingsOf } from "./session-options.js";
import { Shelf } from "./shelf.js";
import { checkTokens } from "./token-fields.js";
import type { OAuthTokens } from "./tokens.js";
import { copyOf, tagOf } from "../common/tag.js";
import { codeOfUnauthorized, Unhelped, wordingOf } from "../common/unauthorized.js";

/** The option `token` of `HighLevel`, which may be passed on by itself. */
export type TokenProvider = (why?: { rejected?: string | undefined }) => Promise<string>;

/** The tokens of one location of an agency. */
export interface LocationSession {
  /**
   * The location's access token, derived anew before it expires, or once it is the one that was rejected.
   *
   * @throws {HighLevelError} As {@link OAuthSession.token}; and as `locationToken`, such as `rejected` where the app is
   *   not installed.
   */
  readonly token: TokenProvider;
}

const CALLER = "OAuthSession";

/**
 * The tokens of an agency or a location that has connected the app, kept in a store and renewed in time.
 * Shows no secret when it is printed, and keeps no process alive. In Cloudflare Workers make one for each request, with
 * the `durableStore` of `ghl-users/workers`: all of them share one refresh.
 *
 * ```ts
 * const session = new OAuthSession({ clientId, clientSecret, resource: { companyId }, store });
 * await session.setTokens(await exchangeCode({ clientId, clientSecret }, { code })); // once, when the app is connected
 * const ghl = new HighLevel({ token: session.token, companyId });
 * ```
 */
export class OAuthSession {
  /** The class's name, also in minified code. */
  static readonly name = "OAuthSession";

  /**
   * An access token. It is renewed `refreshBeforeMs` before it expires, or if it is the one that was rejected; calls at
   * the same time share that, and so do all that share a store with `exclusively`. No token is handed out before the
   * store has its refresh token. If renewing it early fails, the present one is used for as long as it lasts.
   *
   * @throws {HighLevelError} `invalid_grant` if there are no tokens, or the refresh token is refused: connect the app
   *   again, and call `setTokens`; until then HighLevel is not asked again. `store_failed` if the store fails: new
   *   tokens stay in `unsaved`, and the next call stores them first. Else what `refresh` throws.
   */
  readonly token: TokenProvider;

  readonly #settings: Settings;
  readonly #keeper: Keeper;
  readonly #locations = new Map<string, LocationSession>();
  readonly #unhelped = new Unhelped();

  /**
   * Makes a session. Sends nothing, and does not ask the store yet.
   *
   * @throws {HighLevelError} `invalid_config` for an option that is unknown or wrong.
   */
  constructor(options: OAuthSessionOptions) {
    this.#settings = settingsOf(CALLER, options);
    this.#keeper = this.#keeperOf(this.#key, this.#settings.resource, (tokens) => this.#refreshed(tokens));
    this.token = providerOf(this.#keeper);
  }

  /** Keeps Vue and its kin from wrapping a session in a `Proxy`, as with `HighLevel`. */
  get [Symbol.toStringTag](): string {
    return OAuthSession.name;
  }

  /**
   * Tokens that HighLevel has given and the store has not taken: after a failure, rescue them, or let the next call of
   * `token` store them. Their refresh token is the only one that works.
   */
  get unsaved(): OAuthTokens | undefined {
    return this.#keeper.unsaved;
  }

  /**
   * Takes the tokens of `exchangeCode`, and stores them, whatever was there before; a refresh under way does not undo
   * that. Tokens of locations that were derived before are used until they expire.
   *
   * @throws {HighLevelError} `invalid_input` if these are no tokens, or another resource's; `store_failed` if the store
   *   fails: then they stay in `unsaved`, and the next call of `token` stores them first.
   */
  async setTokens(tokens: OAuthTokens): Promise<void> {
    const own = checkTokens("invalid_input", `${CALLER}.setTokens`, tokens, this.#settings.resource);
    await this.#keeper.replace(structuredClone(own));
  }

  /**
   * The session of one of the agency's locations, whose tokens are derived from the agency's with `locationToken`, and
   * kept in memory and in the store under a key of their own. Always the same one for the same location.
   *
   * @throws {HighLevelError} `invalid_config` if this is the session of a location; `invalid_input` for what is no id.
   */
  forLocation(locationId: string): LocationSession {
    const caller = `${CALLER}.forLocation`;
    const { companyId } = this.#settings.resource;
    if (companyId === undefined) {
      throw failure("invalid_config", caller, "this is the session of a location: expected one with { companyId }");
    }
    check("invalid_input", caller, { locationId }, { locationId: required(TEXT) });
    const known = this.#locations.get(locationId);
    if (known !== undefined) return known;
    const resource = { locationId };
    const derive = (): Promise<OAuthTokens> => this.#derived(companyId, locationId);
    const session = { token: providerOf(this.#keeperOf(keyOf(this.#key, resource), resource, derive)) };
    this.#locations.set(locationId, session);
    return session;
  }

  get #key(): string {
    const { client, resource } = this.#settings;
    return keyOf(`ghl-users:oauth:${encodeURIComponent(client.clientId)}`, resource);
  }

  #keeperOf(key: string, resource: OAuthResource, renew: (tokens?: OAuthTokens) => Promise<OAuthTokens>): Keeper {
    const { store, refreshBeforeMs, now } = this.#settings;
    return new Keeper({
      shelf: new Shelf(store, key, resource),
      async renew(tokens) {
        const caller = `${CALLER} of ${nameOf(resource)}: what came`;
        return checkTokens("unexpected_response", caller, await renew(tokens), resource);
      },
      refreshBeforeMs,
      now,
    });
  }

  async #refreshed(tokens: OAuthTokens | undefined): Promise<OAuthTokens> {
    const { client, resource } = this.#settings;
    const whose = nameOf(resource);
    if (tokens === undefined) throw unconnected(`${whose} has no tokens yet: connect the app`);
    const { refreshToken } = tokens;
    if (refreshToken === undefined) throw unconnected(`${whose} cannot renew its tokens: connect the app again`);
    const userType = userTypeOf(resource);
    try {
      // They are of the same type, even if the answer does not say so.
      return { ...(await refresh(client, { refreshToken, userType })), userType };
    } catch (error) {
      if (!isHighLevelError(error, "invalid_grant")) throw error;
      throw unconnected(`HighLevel refuses to renew the tokens of ${whose}: connect the app again`, error);
    }
  }

  async #derived(companyId: string, locationId: string): Promise<OAuthTokens> {
    const { clientId: _id, clientSecret: _secret, ...server } = this.#settings.client;
    const derive = async (accessToken: string): Promise<OAuthTokens> => {
      // The agency's token derives the next ones: a refresh token here would be one more secret to keep.
      const { refreshToken: _unused, ...tokens } = await locationToken(server, { accessToken, companyId, locationId });
      return tokens;
    };
    const rejected = await this.token();
    try {
      return await derive(rejected);
    } catch (error) {
      const first = this.#understood(error);
      if (!isHighLevelError(first, "invalid_token")) throw first;
      try {
        return await derive(await this.token({ rejected }));
      } catch (second) {
        this.#learn(first, second);
        throw this.#understood(second);
      }
    }
  }

  /** Remembers words of a 401 that nobody knows, if the new token has met the same ones: it is no use getting another. */
  #learn({ messages = [] }: HighLevelError, second: unknown): void {
    const isSame = isHighLevelError(second, "invalid_token") && wordingOf(second.messages ?? []) === wordingOf(messages);
    if (isSame && codeOfUnauthorized(messages) === undefined) this.#unhelped.add(messages);
  }

  /** What an error of a call means, after all that other tokens have met. */
  #understood(error: unknown): unknown {
    if (!isHighLevelError(error, "invalid_token") || !this.#unhelped.has(error.messages ?? [])) return error;
    const { message, cause } = error;
    return new HighLevelError({ ...error, code: "forbidden", message, cause });
  }
}

/** The error of a session whose app has to be connected. Clients take out of it what follows the word "token". */
function unconnected(reason: string, cause?: HighLevelError): HighLevelError {
  const message = `${CALLER}: ${reason}, and give its tokens to setTokens`;
  return new HighLevelError({ ...cause, code: "invalid_grant", message, cause });
}

/** What is passed on by itself, without the session. */
function providerOf(keeper: Keeper): TokenProvider {
  return async (why) => {
    const own = copyOf(why);
    return keeper.token(tagOf(own) === "Object" ? own?.rejected : undefined);
  };
}
