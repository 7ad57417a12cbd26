/** What a consumer of every version does, after the steps of its own version. */

import { EMAIL, failed } from "./person.mjs";
import { SIGNATURE, signatureOf } from "./signature.mjs";

/** A user who was there from the start, and stays. */
const anyone = ({ past }) => (past["reads the first page"] ?? past["lists the agency's users"]).users[0];

/** @type {Record<string, import("./steps.mjs").Step>} */
export const COMMON = {
  "finds nobody by an email that no user has": {
    token: "agency",
    call: ({ users }) => users.findByEmail(EMAIL),
    sees: (user, { assert }) => assert.equal(user, null),
  },
  "sends an operation by its id": {
    token: "agency",
    call: (scene) => scene.ghl.request("users.get", { userId: anyone(scene).id }),
    sees: (user, { assert, past }) => assert.equal(user.email, anyone({ past }).email),
  },
  "gives the response beside the result": {
    token: "agency",
    async call(scene) {
      const { data, response } = await scene.users.get(anyone(scene).id).withResponse();
      return { id: data.id, status: response.status, type: response.headers.get("content-type") };
    },
    sees({ id, status, type }, { assert, past }) {
      assert.deepEqual([id, status], [anyone({ past }).id, 200]);
      assert.match(type, /^application\/json/);
    },
  },
  "sends any request and takes the answer as JSON": {
    token: "agency",
    call: (scene) => scene.ghl.rawRequest("GET", `/users/${anyone(scene).id}`),
    sees: (user, { assert, past }) => assert.equal(user.email, anyone({ past }).email),
  },
  "sends any request and takes the answer as text": {
    token: "agency",
    call: (scene) => scene.ghl.rawRequest("GET", `/users/${anyone(scene).id}`, { as: "text" }),
    sees: (text, { assert, past }) => assert.equal(JSON.parse(text).email, anyone({ past }).email),
  },
  "signs a request": {
    token: "agency",
    sends: () => 0,
    call: ({ entries }) => signatureOf(entries.signed),
    sees: (signature, { assert }) => assert.deepEqual(signature, SIGNATURE),
  },
  "tells once of what it watches": {
    token: "agency",
    sends: () => 2,
    async call(scene) {
      const trigger = scene.entries.poll(scene.ghl, "users.get", { userId: anyone(scene).id }, { since: "all" });
      const { events, commit } = await trigger.once();
      await commit();
      return { events, later: (await trigger.once()).events };
    },
    sees({ events: [event, ...others], later }, { assert, past }) {
      assert.deepEqual([event.type, event.id, event.item.email], ["changed", anyone({ past }).id, anyone({ past }).email]);
      assert.deepEqual([others, later], [[], []]);
    },
  },
  "is refused a token that nobody has": {
    token: "unknown",
    call: (scene) => scene.users.get(anyone(scene).id),
    sees: (outcome, { assert }) =>
      failed(assert, outcome, { code: "invalid_token", status: 401, operation: "users.get" }),
  },
  "sends nothing once its signal is aborted": {
    token: "agency",
    sends: () => 0,
    call: (scene) => scene.users.get(anyone(scene).id, { signal: AbortSignal.abort() }),
    sees: (outcome, { assert }) => failed(assert, outcome, { code: "aborted", operation: "users.get" }),
  },
  "sends nothing for an id that would mean another call": {
    token: "agency",
    sends: () => 0,
    call: ({ users }) => users.delete(""),
    sees: (outcome, { assert }) => failed(assert, outcome, { code: "invalid_input", message: /"userId"/ }),
  },
  "sends nothing with a field that is misspelt": {
    token: "agency",
    sends: () => 0,
    call: ({ users, seed }) => users.create({ firstname: "Nova", locationIds: [seed.locations[0].id] }),
    sees: (outcome, { assert }) => failed(assert, outcome, { code: "invalid_input", message: /"firstName"/ }),
  },
};
