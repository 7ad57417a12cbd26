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
   * Where the nonces of signed requests are remembered, such as `durableReplays`: for at least twice `toleranceMs`.
   * Required with `callers`.
   */
  readonly replays?: { readonly seen: (id: string) => Promise<boolean> } | undefined;
  /** How far the time of a signed request may be from now, in milliseconds, either way. Default: 300,000. */
  readonly toleranceMs?: number | undefined;
  /** The most bytes that a request's body may have. Default: 1,048,576 (1 MiB). */
  readonly maxBodyBytes?: number | undefined;
  /** The most bytes that the body of HighLevel's answer may have. Default: 33,554,432 (32 MiB). */
  readonly maxResponseBytes?: number | undefined;
  /** The most milliseconds that HighLevel's answer may take, the token included. Default: 30,000. */
  readonly timeoutMs?: number | undefined;
  /** The clock, in milliseconds since 1970. Default: `Date.now`. */
  readonly now?: (() => number) | undefined;
  /**
   * Is told of everything that is not let through. Default: failures within the gateway or behind it, those with a
   * status from 500, are written to the console.
   */
  readonly onRefusal?: ((refusal: GatewayRefusal) => void) | undefined;
}
