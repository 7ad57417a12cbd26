/** A sandbox with a client for each token, whose `fetch` can be made to tell something else than the sandbox does. */

import { createHash } from "node:crypto";

/**
 * @typedef {object} Watched - An operation that is watched, and what a change of what it reads tells.
 * @property {string} [name] - As the seed names it, where it does.
 * @property {string} operation
 * @property {string} noun - What an item is in the keys of events.
 * @property {(scene: Scene) => object | Promise<object>} [input] - Makes what it takes.
 * @property {(scene: Scene, input: any) => any} [change] - Makes the change. Gives what identifies the item.
 * @property {(answer: Response) => Promise<Response>} [instead] - In the place of `change`, where no operation can: what a
 *   stand-in for `fetch` makes of the sandbox's answer from then on. Its item is then named by `id`.
 * @property {string} [id] - Of the item that `instead` brings or changes.
 * @property {string} [dated] - The field with the date of a change. Without it a hash stands for what has changed.
 * @property {"added" | "changed"} [tells] - What is told without `on`. Default: `added`.
 * @property {true} [idless] - Whether what is watched has no id.
 *
 * @typedef {ReturnType<typeof sceneOf>} Scene
 */

/** When every scene begins. */
export const NOON = Date.UTC(2026, 10, 30, 12);

/** @param {{ HighLevel: any, catalogue: any, createSandbox: any }} entries @param {"v1" | "v2" | "v3"} api */
export function sceneOf({ HighLevel, catalogue, createSandbox }, api) {
  const box = createSandbox({ now: NOON, deleteAfterMs: 0 });
  const { companyId, locationId, profiles } = box.ids;
  let instead = (answer) => answer;
  const fetch = async (...request) => instead(await box.fetch(...request));
  const tokens = api === "v1" ? [box.tokens.v1Agency, box.tokens.v1Location] : [box.tokens.agency, box.tokens.location];
  // What the operations of a location ask for the client itself knows, as it does in a program.
  const [agency, location] = [{}, { locationId }].map((own, index) =>
    new HighLevel({ api, token: tokens[index], companyId, ...own, fetch, validate: "strict", maxRetries: 0 }),
  );
  catalogue(location);
  const operations = new Map(catalogue(agency).operations.map((operation) => [operation.id, operation]));
  /** The client that may call an operation. */
  const clientFor = (id) => (operations.get(id).tokens[api].startsWith("agency") ? agency : location);
  return {
    api,
    box,
    companyId,
    locationId,
    profileIds: profiles.filter((profile) => profile.locationId === locationId).map(({ id }) => id),
    /** Whether this version has an operation. */
    has: (id) => operations.has(id),
    clientFor,
    /** Calls an operation by its id. */
    call: (id, input = {}) => clientFor(id).request(id, input),
    /** Sends what the catalogue has no operation for, though HighLevel does. */
    raw: (method, path, body, version) => location.rawRequest(method, path, { body, version }),
    /** From now on answers are what this makes of them. */
    tell: (other) => (instead = other),
  };
}

/** What `instead` can be: the same answer with its JSON changed. @param {(body: any) => void} change */
export const edited = (change) => async (answer) => {
  const body = await answer.json();
  change(body);
  return Response.json(body, { status: answer.status, headers: { date: answer.headers.get("date") } });
};

/** An id that is not the sandbox's, in the form of HighLevel's. */
export const idOf = (name) => createHash("sha256").update(name).digest("hex").slice(0, 20);
