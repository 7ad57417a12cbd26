/** What a consumer of v1 does. */

import { EMAIL, failed, hasValues, newPerson } from "./person.mjs";

/** @type {Record<string, import("./steps.mjs").Step>} */
export const LEGACY = {
  "lists the agency's users": {
    token: "agency",
    call: ({ users }) => users.list(),
    sees: ({ users }, { assert, seed }) => assert.equal(users.length, seed.userCount),
  },
  "lists the users of a location": {
    token: "agency",
    call: ({ users, seed }) => users.list({ locationId: seed.locations[1].id }),
    sees({ users }, { assert, seed }) {
      assert.ok(users.length > 0 && users.length < seed.userCount);
      for (const { roles } of users) assert.ok(roles.locationIds.includes(seed.locations[1].id));
    },
  },
  "lists the users of its own location": {
    token: "location",
    call: ({ users }) => users.listOwnLocation(),
    sees({ users }, { assert, seed }) {
      assert.ok(users.length > 0 && users.length < seed.userCount);
      for (const { roles } of users) assert.ok(roles.locationIds.includes(seed.locationTokenLocationId));
    },
  },
  "is refused its own location with an agency's key": {
    token: "agency",
    call: ({ users }) => users.listOwnLocation(),
    sees: (outcome, { assert }) =>
      failed(assert, outcome, { code: "invalid_token", status: 401, operation: "users.listOwnLocation" }),
  },
  "creates a user": {
    token: "agency",
    call: ({ users, seed }) => users.create(newPerson(seed)),
    sees: (user, { assert, seed }) =>
      hasValues(assert, user, {
        firstName: "Nova",
        lastName: "Quist",
        email: EMAIL,
        roles: { type: "account", role: "user", locationIds: newPerson(seed).locationIds },
        permissions: { campaignsEnabled: false, settingsEnabled: false, contactsEnabled: true },
      }),
  },
  "is refused an email that is taken": {
    token: "agency",
    call: ({ users, seed }) => users.create(newPerson(seed)),
    sees: (outcome, { assert }) =>
      failed(assert, outcome, { code: "duplicate_email", status: 400, message: /already exists/ }),
  },
  "gets the created user": {
    token: "agency",
    call: ({ users, past }) => users.get(past["creates a user"].id),
    sees: (user, { assert, past }) => assert.deepEqual(user, past["creates a user"]),
  },
  "updates the user": {
    token: "agency",
    call: ({ users, seed, past }) =>
      users.update(past["creates a user"].id, {
        ...newPerson(seed),
        firstName: "Vera",
        locationIds: [seed.locations[1].id],
        permissions: { ...past["gets the created user"].permissions, campaignsEnabled: true },
      }),
    sees: (user, { assert, past }) => assert.equal(user.id, past["creates a user"].id),
  },
  "sees the update": {
    token: "agency",
    call: ({ users }) => users.lookup(EMAIL),
    sees: (user, { assert, seed, past }) =>
      hasValues(assert, user, {
        id: past["creates a user"].id,
        firstName: "Vera",
        roles: { locationIds: [seed.locations[1].id] },
        permissions: { campaignsEnabled: true, settingsEnabled: false },
      }),
  },
  "finds the user by email": {
    token: "agency",
    call: ({ users }) => users.findByEmail(EMAIL),
    sees: (user, { assert }) => hasValues(assert, user, { email: EMAIL, firstName: "Vera" }),
  },
  "deletes the user": {
    token: "agency",
    call: ({ users, past }) => users.delete(past["creates a user"].id),
    sees: (deleted, { assert }) => assert.deepEqual(deleted, { succeeded: true }),
  },
  "finds no deleted user": {
    token: "agency",
    call: ({ users, past }) => users.get(past["creates a user"].id),
    sees: (outcome, { assert }) =>
      failed(assert, outcome, { code: "rejected", status: 400, operation: "users.get", message: /Bad Request/ }),
  },
  "has no tags, which other versions have": {
    token: "location",
    sends: () => 0,
    call: ({ entries, ghl, seed }) =>
      entries.socialPosting(ghl).tags.list({ locationId: seed.locationTokenLocationId }),
    sees: (outcome, { assert }) => failed(assert, outcome, { code: "unsupported_operation" }),
  },
  "has no method of v2": {
    token: "agency",
    sends: () => 0,
    call: ({ ghl }) => ghl.request("users.search", {}),
    sees: (outcome, { assert }) => failed(assert, outcome, { code: "unsupported_operation" }),
  },
};
