/** What somebody would pick to read a user: bare `fetch`, this package, and what is published for it. */

/**
 * @typedef {object} Server
 * @property {string} baseUrl
 * @property {string} token
 * @property {(config: any) => Promise<any>} [adapter] - Takes the network's place for axios, which does not use `fetch`.
 * @typedef {(server: Server) => (userId: string) => Promise<any>} Connect - Gives what reads one user.
 */

/** What the others are compared with. */
export const BARE = "bare `fetch` + `JSON.parse`";
/** What this package does with it, but for its pacing, retries and checks. */
export const BY_HAND = "`fetch` with a timeout and limits, by hand";
/** This package. */
export const OURS = "ghl-users";
/** HighLevel's own. */
export const OFFICIAL = "`@gohighlevel/api-client`";

/** The file of each in `peers/`. They keep their defaults, but for our pacing. */
export const PEERS = {
  [BARE]: "bare",
  [BY_HAND]: "byhand",
  [OURS]: "ours",
  "`ky`": "ky",
  "`@gnosticdev/highlevel-sdk`": "gnosticdev",
  [OFFICIAL]: "official",
};

/** Loads a peer. @param {string} name @returns {Promise<Connect>} */
export async function load(name) {
  const { connect } = await import(`./peers/${PEERS[name]}.mjs`);
  return connect;
}
