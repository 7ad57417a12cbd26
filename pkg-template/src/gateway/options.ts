import type { OperationId } from "../generated/routes.js";
import type { Api, ClientOptions } from "../generated/types.js";
import type { GatewayCaller, GatewayKey } from "./caller.js";

/** A call that may go through, if `authorize` lets it. */
export interface GatewayCall<Caller extends GatewayCaller = GatewayCaller> {
  /** Who calls: what `authenticate` gave, or the entry of `callers` without its secret. */
  readonly caller: Caller;
  /** The id of the key that signed the call, if one did. */
  readonly keyId: string | undefined;
  readonly operation: OperationId;
  /** The values in the path and the query, as texts, by their names. */
  readonly params: Readonly<Record<string, string>>;
  /** The body as it will be sent, if the operation has one: an object that nobody has checked. */
  readonly body: Readonly<Record<string, unknown>> | undefined;
}

/** What a gateway did not let through, or could not. */
export interface GatewayRefusal {
  /** The status of the answer. */
  readonly status: number;
  /** What the caller was told. */
  readonly message: string;
  /** What went wrong within the gateway or behind it. Without the secrets of the gateway, but not for callers. */
  readonly detail?: string;
  /** The id of the key that the request names. Until its signature is verified anyone can name it. */
  readonly keyId?: string;
  /** The operation, if it got that far. */
  readonly operation?: string;
}

/**
 * What remembers requests, for all isolates: `durableReplays(…)`, or one's own. With `begin` and `end`, which belong
 * together, a `users.create` that comes twice within a minute is sent on once.
 */
export interface GatewayReplays {
  /**
   * Whether an id is known. Then it is, for at least `keepMs` milliseconds: of several that ask at once, one hears
   * `false`.
   */
  seen(id: string, keepMs: number): Promise<boolean>;
  /**
   * Begins what is to be done once: `undefined` to the first who asks, and the id is known for `keepMs` milliseconds.
   * Then `""` until `end` is told; then what it was told.
   */
  begin?(id: string, keepMs: number): Promise<string | undefined>;
  /**
   * Keeps how it ended for `keepMs` milliseconds, a text of up to 65,536 characters; `undefined` lets the id be new once
   * more.
   */
  end?(id: string, outcome: string | undefined, keepMs: number): Promise<void>;
}

/** What a gateway lets through, for whom, and with which token. */
export interface GatewayOptions<Caller extends GatewayCaller = GatewayCaller> {
  /** The version of the API behind the gateway. Default: `"v2"`. */
  readonly api?: Api | undefined;
  /**
   * HighLevel's token, or a function that returns one, such as `token` of an `OAuthSession`: it is asked for each
   * request, and once more, with the token that was rejected, when HighLevel says that it is invalid.
   */
  readonly token: string | ((why?: { rejected?: string }) => string | Promise<string>);
  /** The URL before HighLevel's paths: https, or http on a loopback host. Default: HighLevel's own. */
  readonly baseUrl?: string | undefined;
  /** The `fetch` to use, called with a URL and an init object. Default: the global one, at the time of the call. */
  readonly fetch?: ClientOptions["fetch"];
  /** The path before the operations' own, such as `"/highlevel"`. Default: `""`. */
  readonly prefix?: string | undefined;
  /** Who may call with a signature, by the id of the key. */
  readonly callers?: Readonly<Record<string, GatewayKey>> | undefined;
  /**
   * Says who sends a request without a signature, say by its cookie or an access key; nothing if that is nobody. Must
   * not read the body: `request.clone()` has one to read.
   */
  readonly authenticate?: ((request: Request) => Caller | undefined | Promise<Caller | undefined>) | undefined;
  /** Has the last word on a call: `true` lets it through. Default: lets through what is on the caller's list. */
  readonly authorize?: ((call: GatewayCall<Caller | GatewayCaller>) => boolean | Promise<boolean>) | undefined;
  /**
   * The origins of other pages that may call, exactly as browsers name them: `"https://app.example"`. Pages of the
   * gateway's own origin may always. Default: none.
   */
  readonly origins?: readonly string[] | undefined;
  /** Whether the pages of `origins` may call with their cookies. Default: `false`. */
  readonly credentials?: boolean | undefined;
  /**
   * Where requests are remembered, such as `durableReplays`: the nonces of signed ones for at least twice
   * `toleranceMs`, and creations for a minute. Browsers send a creation again by themselves, within moments, when a
   * connection dies that they have used before. One that repeats an identical one of the same caller within a minute is
   * answered as that one was; or refused with 409, if the answer is not there in time. The same caller is the same key,
   * or the same that `authenticate` gives (as JSON) to the same `Cookie` and `Authorization` headers.
   *
   * Required with `callers`. Without `begin` and `end`, creations are sent on each time.
   */
  readonly replays?: GatewayReplays | undefined;
  /** How far the time of a signed request may be from now, in milliseconds, either way. Default: 300,000. */
  readonly toleranceMs?: number | undefined;
  /** The most bytes that a request's body may have. Default: 1,048,576 (1 MiB). */
  readonly maxBodyBytes?: number | undefined;
  /**
   * The most bytes that the body of HighLevel's answer may have. It takes up to five times as many in memory while it
   * is searched for the token; an isolate of Cloudflare's has 128 MB for all its requests. Default: 4,194,304 (4 MiB),
   * which is more than a thousand users.
   */
  readonly maxResponseBytes?: number | undefined;
  /**
   * The most milliseconds until a request is answered, with all that it waits for: its body (or else 408), the
   * functions of these options, and HighLevel (or else 504). Default: 30,000.
   */
  readonly timeoutMs?: number | undefined;
  /** The clock, in milliseconds since 1970. Default: `Date.now`. */
  readonly now?: (() => number) | undefined;
  /**
   * Is told of everything that is not let through. Default: failures within the gateway or behind it, those with a
   * status from 500, are written to the console.
   */
  readonly onRefusal?: ((refusal: GatewayRefusal) => void) | undefined;
}
