/**
 * A connection is one client with what the page knows about the account behind it. The only place where a token passes through:
 * it goes into the client and nowhere else.
 *
 * @typedef {object} Settings
 * @property {"sandbox" | "account"} kind
 * @property {"v1" | "v2" | "v3"} api
 * @property {string} [token]
 * @property {string} [companyId]
 * @property {string} [locationId] whose users are shown first
 * @property {string} [baseUrl]
 * @property {"agency" | "location"} [keyKind] v1: what kind of API key the token is
 * @property {{ id: string, name: string }[]} [locations]
 * @property {string} [sandboxUrl] sandbox: where it is
 * @property {typeof globalThis.fetch} [fetch] sandbox: what answers, if it is in the page itself
 * @property {(api: "v1" | "v2" | "v3") => Settings} [inApi] sandbox: the same with another API version
 *
 * @typedef {object} Connection settings without the token, and the client's calls
 * @property {Settings["kind"]} kind
 * @property {Settings["api"]} api
 * @property {string} [companyId]
 * @property {string} [baseUrl]
 * @property {Settings["keyKind"]} [keyKind]
 * @property {{ id: string, name: string }[]} locations
 * @property {object} users `ghl.users`
 * @property {() => void} close
 */

import { HighLevel } from "./pkg/dist/index.js";
import { narrated } from "./narrated.js";

/** There is no sandbox where one was looked for; the message says so in words. */
export class NoSandboxError extends Error {}

/**
 * What a sandbox is seeded with.
 * @param {string} url @param {typeof globalThis.fetch} [fetch]
 * @returns {Promise<{ companyId: string, locations: { id: string, name: string }[], tokens: Record<string, string> }>}
 * @throws {NoSandboxError}
 */
export async function readSeed(url, fetch = globalThis.fetch.bind(globalThis)) {
  if (!URL.canParse(url)) throw new NoSandboxError("The URL of a sandbox is expected, such as http://127.0.0.1:4010.");
  const reply = await fetch(`${url}/__sandbox/seed`).catch((cause) => {
    throw new NoSandboxError(`Nothing answers at ${url}. Is the sandbox running?`, { cause });
  });
  const seed = reply.ok && await reply.json().catch(() => null);
  if (!seed?.tokens) throw new NoSandboxError(`What answers at ${url} is not a sandbox.`);
  return seed;
}

/**
 * The settings with which one works as the sandbox's agency.
 * @param {string} url @param {Awaited<ReturnType<typeof readSeed>>} seed @param {"v1" | "v2" | "v3"} api
 * @param {typeof globalThis.fetch} [fetch]
 * @returns {Settings}
 */
export function sandboxSettings(url, { companyId, locations, tokens }, api, fetch) {
  const inApi = (other) => sandboxSettings(url, { companyId, locations, tokens }, other, fetch);
  const sandbox = { kind: "sandbox", api, locations, sandboxUrl: url, fetch, inApi };
  return api === "v1"
    ? { ...sandbox, keyKind: "agency", token: tokens.v1Agency, baseUrl: `${url}/v1` }
    : { ...sandbox, token: tokens.agency, companyId, baseUrl: url };
}

/**
 * Opens a connection; nothing is sent yet.
 * @param {Settings} settings
 * @param {import("./request-log.js").RequestLog} log told of every call and every request
 * @returns {Connection}
 * @throws {HighLevelError} when the settings cannot work
 */
export function openConnection({ kind, api, token, companyId, locationId, baseUrl, keyKind, fetch, locations = [] }, log) {
  const options = { api, token, companyId, locationId, baseUrl, fetch: log.observed(fetch), ...waits(log) };
  // The sandbox is on this machine and its tokens open nothing; a real token in a page is the user's own decision.
  if (kind === "account") options.dangerouslyAllowBrowser = true;
  const given = Object.entries(options).filter(([, value]) => value !== undefined && value !== "");
  const client = new HighLevel(Object.fromEntries(given));
  return { kind, api, companyId, baseUrl, keyKind, locations, users: narrated(client.users, log.call), close: () => client.close() };
}

/** Tells of the times when a call waits: before it is sent again, and for its turn. */
function waits(log) {
  const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;
  return {
    onRetry: ({ code, status, waitMs }) => log.wait(`${status ? `HTTP ${status}` : code}: again in ${seconds(waitMs)}`),
    onRateLimit: ({ waitMs }) => log.wait(`waits ${seconds(waitMs)} for its turn`),
  };
}
