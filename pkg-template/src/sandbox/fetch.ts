import { LOOPBACK } from "../common/base-url.js";
import type { Clock } from "./clock.js";
import { lost, responseOf, sent, type Sent } from "./delivery.js";
import type { Engine } from "./engine.js";
import { textOf } from "./header-text.js";
import { isHttp, nextOf, type Hop } from "./redirect.js";
import { heed, raced, wait } from "./wait.js";

/**
 * A `fetch` that the sandbox answers, whoever asks: HighLevel's hosts and those of this machine are the same company, and
 * any other is a route that it does not have. It does what the standard says of a `fetch`, and nothing of what is the
 * network's or a page's: no CORS, no cookies, no cache. A redirect that is handed over (`redirect: "manual"`) can be read,
 * as in Node.
 */
export type SandboxFetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** What a server tells with a call that it hands over. */
export interface Served {
  /** Which call of its connection it is, from 1. */
  readonly connectionCall?: number;
}

/** What answers, by which clock, and how late. */
export interface Answering {
  readonly clock: Clock;
  /** @throws {HighLevelError} `closed` if the sandbox is. */
  engine(): Engine;
  latencyMs(): number;
}

/** Where HighLevel has its API. */
const HOSTS = ["https://services.leadconnectorhq.com", "https://rest.gohighlevel.com"];
const NOTHING = new Uint8Array();

/** A `fetch` that keeps to what the standard says of one. */
export function fetchOf(answering: Answering): SandboxFetch {
  return async (input, init?: RequestInit & Served) => {
    const { connectionCall: call } = init ?? {};
    const connectionCall = typeof call === "number" ? call >>> 0 : 0;
    const request = new Request(input, init);
    const { redirect } = request;
    const ended = canEnd(input, init) ? request : undefined;
    const signal = ended?.signal;
    const body = await bodyOf(request, signal);
    // Also without a body a moment has passed: a call that was ended meanwhile leaves no trace.
    heed(signal);
    let hop: Hop = { url: new URL(request.url), method: request.method, headers: request.headers, body };
    if (!isHttp(hop.url)) throw lost(`it has no ${hop.url.protocol}`);
    for (let hops = 0; ; hops += 1) {
      const answer = answerTo(hop, connectionCall, answering);
      const { delayMs, loss } = answer.delivery;
      await wait(delayMs + answering.latencyMs(), signal);
      if (loss === "call" || loss === "answer") throw lost(`the ${loss} is lost, as ordered`);
      const next = nextOf(hop, answer, redirect, hops);
      if (next === undefined) return arrived(responseOf(answer, hop.method, ended), hop.url, hops > 0);
      hop = next;
    }
  };
}

/** Whether somebody has the signal of a request: none but theirs has to be listened to, which is not for nothing. */
function canEnd(input: string | URL | Request, init: RequestInit | undefined): boolean {
  return Boolean(init?.signal) || (typeof input === "object" && "signal" in input);
}

/** The bytes of a request's body, as far as the signal lets them be read. */
async function bodyOf(request: Request, signal: AbortSignal | undefined): Promise<Uint8Array<ArrayBuffer>> {
  if (request.body === null) return NOTHING;
  const bytes = await raced<ArrayBuffer>(signal, (resolve, reject) => {
    request.arrayBuffer().then(resolve, (cause) => reject(lost("the body of the request broke off", cause)));
  });
  return new Uint8Array(bytes);
}

function answerTo({ url, method, headers, body }: Hop, connectionCall: number, { engine, clock }: Answering): Sent {
  const isOurs = HOSTS.includes(url.origin) || LOOPBACK.test(url.hostname);
  // Of others the whole address is the path: the sandbox has no such route, and says so with the host.
  const address = `${isOurs ? "" : url.origin}${url.pathname}${url.search}`;
  const head = [method, address, `host:${url.host}`];
  headers.forEach((value, name) => head.push(`${name}:${textOf(value)}`));
  return sent(engine(), head, body, clock.now(), connectionCall);
}

/** What `fetch` gives says where it came from, which no response made by hand does. Its clones say it, too. */
function arrived(response: Response, { href, hash }: URL, redirected: boolean): Response {
  const url = href.slice(0, href.length - hash.length);
  const dress = (bare: Response): Response =>
    Object.defineProperties(bare, {
      url: { value: url },
      redirected: { value: redirected },
      type: { value: "basic" },
      clone: { value: () => dress(Response.prototype.clone.call(bare)) },
    });
  return dress(response);
}
