import { read } from "../common/tag.js";
import { lost, type Sent } from "./delivery.js";

/** A request on its way from one address to the next. */
export interface Hop {
  readonly url: URL;
  readonly method: string;
  readonly headers: Headers;
  readonly body: Uint8Array<ArrayBuffer>;
}

const STATUSES = [301, 302, 303, 307, 308];
/** How often one is followed, as the standard has it. */
const MOST = 20;
/** What is not for others than who it was sent to. */
const SECRET = ["authorization", "cookie", "proxy-authorization"];
/** What speaks of a body. */
const ABOUT_BODY = ["content-encoding", "content-language", "content-location", "content-type", "content-length"];

/**
 * Where an answer sends a request that was redirected so often; nowhere if the caller is to have the answer.
 *
 * @throws {TypeError} Where `fetch` does not follow.
 */
export function nextOf(hop: Hop, { status, headers }: Sent, mode: RequestRedirect, hops: number): Hop | undefined {
  if (mode === "manual" || !STATUSES.includes(status)) return undefined;
  if (mode === "error") throw lost("it answered with a redirect, which is not wanted");
  const location = headers.find(([name]) => name === "location")?.[1];
  if (location === undefined) return undefined;
  const url = target(location, hop.url);
  if (hops === MOST) throw lost(`it has redirected ${MOST} times`);
  const turnsToGet = status === 303 ? !["GET", "HEAD"].includes(hop.method) : status < 303 && hop.method === "POST";
  const dropped = [...(turnsToGet ? ABOUT_BODY : []), ...(url.origin === hop.url.origin ? [] : SECRET)];
  const kept = new Headers(hop.headers);
  for (const name of dropped) kept.delete(name);
  const { method, body } = turnsToGet ? { method: "GET", body: new Uint8Array() } : hop;
  return { url, method, headers: kept, body };
}

/** Whether an address is one that a sandbox could have. */
export const isHttp = ({ protocol }: URL): boolean => protocol === "http:" || protocol === "https:";

function target(location: string, base: URL): URL {
  const url = read(() => new URL(location, base));
  if (typeof url === "symbol" || !isHttp(url)) throw lost("it has redirected to what is no address of http");
  url.hash ||= base.hash;
  return url;
}
