/** Gateways in Node, in front of a stub of HighLevel; and requests to them, signed by Node's crypto. */

import { createHash, createHmac, randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

/** The moment at which everything happens, in milliseconds since 1970. */
export const NOW = Date.parse("2026-11-22T10:00:00.400Z");
/** HighLevel's token, which must not come back. */
export const TOKEN = "pit-5ec2e7-0123456789abcdef";
export const SECRET = "the secret that server-1 signs its requests with";
export const GATEWAY = "https://gateway.example";
export const USER = "ve9EPM428h8vShlRW1KT";

/** `ghl-users/workers` of an installed package, in Node, which lacks what a Durable Object is made of. */
export async function workersOf({ folder }) {
  writeFileSync(join(folder, "cloudflare.mjs"), "export class DurableObject {}");
  const outfile = join(folder, "workers.mjs");
  await build({
    absWorkingDir: folder,
    stdin: { contents: 'export * from "ghl-users/workers";', resolveDir: folder },
    outfile,
    bundle: true,
    format: "esm",
    alias: { "cloudflare:workers": join(folder, "cloudflare.mjs") },
  });
  return import(pathToFileURL(outfile).href);
}

/** What remembers ids for as long as the test lasts. */
export function memory() {
  const known = new Set();
  return { known, seen: async (id) => known.has(id) || !known.add(id) };
}

/** The same, which also remembers what is to be done once, and how it ended. */
export function fullMemory() {
  const outcomes = new Map();
  return {
    ...memory(),
    outcomes,
    async begin(id) {
      const outcome = outcomes.get(id);
      if (outcome === undefined) outcomes.set(id, "");
      return outcome;
    },
    async end(id, outcome) {
      if (outcome === undefined) outcomes.delete(id);
      else outcomes.set(id, outcome);
    },
  };
}

/** What `server-1` may call, unless a test says otherwise. */
export const OPERATIONS = ["users.search", "users.filterByEmail", "users.get", "users.create", "users.update"];

/**
 * A gateway that `server-1` may use, the requests that it has sent on, and what it has refused.
 *
 * @param {any} createGateway @param {any} [options] @param {(request: any) => any} [answer] - HighLevel's.
 */
export function gatewayOf(createGateway, options, answer = () => Response.json({ id: USER })) {
  const sent = [];
  const refused = [];
  const fetch = async (url, init) => {
    const request = { url, ...init };
    sent.push(request);
    return answer(request);
  };
  const replays = memory();
  const gateway = createGateway({
    token: TOKEN,
    callers: { "server-1": { secret: SECRET, operations: OPERATIONS } },
    replays,
    fetch,
    now: () => NOW,
    onRefusal: (refusal) => refused.push(refusal),
    ...options,
  });
  return { gateway, sent, refused, replays };
}

/** The header `Content-Digest` of a body, and what a signature has to be of. */
export const digestOf = (body, hash = "sha256") =>
  `${hash.replace("sha", "sha-")}=:${createHash(hash).update(body).digest("base64")}:`;
export const COVERED = ["@method", "@path", "@query", "content-digest"];

/**
 * The text that is signed, and the headers of a signed request, made without the package: of the components `covered`
 * and with the parameters `said`, where they differ; and `values` is what else components come to.
 */
export function signatureOf({ method, path, body = "", digest = digestOf(body), ...more }) {
  const { keyId = "server-1", secret = SECRET, time = Math.floor(NOW / 1_000), nonce = randomUUID() } = more;
  const { covered = COVERED, values, label = "sig", said } = more;
  const [pathname, query = ""] = path.split(/\?(.*)/s);
  const own = { "@method": method, "@path": pathname, "@query": `?${query}`, "content-digest": digest, ...values };
  const params = said ?? `;created=${time};nonce="${nonce}";keyid="${keyId}";tag="ghl-users"`;
  const input = `(${covered.map((name) => `"${name}"`).join(" ")})${params}`;
  const base = [...covered.map((name) => `"${name}": ${own[name]}`), `"@signature-params": ${input}`].join("\n");
  const sig = createHmac("sha256", secret).update(base).digest("base64");
  const headers = { "content-digest": digest, "signature-input": `${label}=${input}`, signature: `${label}=:${sig}:` };
  return { base, headers };
}

/** The headers alone. */
export const signature = (parts) => signatureOf(parts).headers;

/**
 * What a gateway is asked with: as a `Request` behaves that came over the network, whose URL nobody has tidied up.
 *
 * @param {string} method @param {string} path @param {{ body?: any, headers?: any, origin?: string }} [more]
 */
export function requestOf(method, path, { body, headers = {}, origin = GATEWAY } = {}) {
  const bytes = body === undefined ? undefined : new Response(body).body;
  return {
    method,
    url: `${origin}${path}`,
    headers: new Headers({ ...(body !== undefined && { "content-type": "application/json" }), ...headers }),
    body: bytes ?? null,
    bodyUsed: false,
  };
}

/** The same, signed. `signing` has what the signature is made of where it differs. */
export function signedRequest(method, path, { body, headers, signing } = {}) {
  const own = signature({ method, path, ...(body !== undefined && { body }), ...signing });
  return requestOf(method, path, { body, headers: { ...own, ...headers } });
}

/** The status of an answer, and its message if it is a refusal. */
export async function outcomeOf(answer) {
  const response = await answer;
  return [response.status, response.ok ? undefined : (await response.json()).message];
}

/** A gateway whose caller is known already, and may read and create. @param {any} [options] @param {(request: any) => any} [answer] */
export const openTo = (createGateway, options, answer) =>
  gatewayOf(
    createGateway,
    { callers: undefined, authenticate: () => ({ operations: ["users.get", "users.create"] }), ...options },
    answer,
  );
