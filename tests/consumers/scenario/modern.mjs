/** What a consumer of v2 or v3 does. */

import { EMAIL, failed, hasValues, newPerson } from "./person.mjs";

const ids = (users) => users.map(({ id }) => id);

/** @type {Record<string, import("./steps.mjs").Step>} */
export const MODERN = {
  "reads the first page": {
    token: "agency",
    call: ({ users }) => users.search({ limit: 25 }),
    sees({ users, count }, { assert, seed }) {
      assert.equal(users.length, 25);
      assert.equal(count, seed.userCount);
      assert.equal(typeof users[0].permissions.campaignsEnabled, "boolean");
    },
  },
  "reads the last page": {
    token: "agency",
    call: ({ users, seed }) => users.search({ limit: "25", skip: seed.userCount - 20 }),
    sees({ users }, { assert, past }) {
      assert.equal(users.length, 20);
      const first = ids(past["reads the first page"].users);
      assert.ok(!ids(users).some((id) => first.includes(id)));
    },
  },
  "reads every page": {
    token: "agency",
    sends: ({ userCount }) => Math.floor(userCount / 50) + 1,
    async call({ users }) {
      const found = [];
      for await (const user of users.search({ limit: 50 })) found.push(user);
      return found;
    },
    sees(users, { assert, seed, past }) {
      assert.equal(new Set(ids(users)).size, seed.userCount);
      assert.deepEqual(users.slice(0, 25), past["reads the first page"].users);
    },
  },
  "collects as many as it wants": {
    token: "agency",
    sends: () => 2,
    call: ({ users }) => users.search({ limit: 20 }).all({ max: 30 }),
    sees: (users, { assert, past }) =>
      assert.deepEqual(ids(users), ids(past["reads every page"]).slice(0, 30)),
  },
  "searches with all filters": {
    token: "agency",
    call: ({ users, seed }) =>
      users.search({
        query: "a",
        locationId: seed.locations[0].id,
        type: "account",
        role: "user",
        sort: "email",
        sortDirection: "desc",
        enabled2waySync: false,
        limit: 100,
      }),
    sees({ users }, { assert, seed }) {
      assert.ok(users.length > 1);
      for (const { roles } of users) {
        assert.deepEqual(
          [roles.type, roles.role, roles.locationIds.includes(seed.locations[0].id)],
          ["account", "user", true],
        );
      }
      const emails = users.map(({ email }) => email.toLowerCase());
      assert.deepEqual(emails, emails.toSorted().reverse());
    },
  },
  "searches for ids": {
    token: "agency",
    call: ({ users, past }) => users.search({ ids: ids(past["reads the last page"].users).slice(0, 3) }),
    sees({ users }, { assert, past }) {
      assert.deepEqual(ids(users).toSorted(), ids(past["reads the last page"].users).slice(0, 3).toSorted());
    },
  },
  "sees only its own location with a location's token": {
    token: "location",
    call: ({ users }) => users.search({ limit: 100 }),
    sees({ users, count }, { assert, seed }) {
      assert.ok(count > 0 && count < seed.userCount);
      for (const { roles } of users) assert.ok(roles.locationIds.includes(seed.locationTokenLocationId));
    },
  },
  "creates a user": {
    token: "agency",
    call: ({ users, seed }) =>
      users.create({
        ...newPerson(seed),
        phone: "+15550100200",
        scopes: ["contacts.write"],
        scopesAssignedToOnly: ["contacts.write"],
        profilePhoto: "https://example.com/nova.png",
        twilioPhone: { [seed.locations[0].id]: "+15550100201" },
        platformLanguage: "de",
      }),
    sees(user, { assert, seed }) {
      assert.match(user.id, /^\w{20}$/);
      hasValues(assert, user, {
        name: "Nova Quist",
        email: EMAIL,
        phone: "+15550100200",
        scopes: ["contacts.write"],
        platformLanguage: "de",
        roles: { type: "account", role: "user", locationIds: ids(seed.locations.slice(0, 2)) },
        permissions: { campaignsEnabled: false, settingsEnabled: false, contactsEnabled: true },
      });
    },
  },
  "is refused an email that is taken": {
    token: "agency",
    call: ({ users, seed }) => users.create(newPerson(seed)),
    sees: (outcome, { assert }) =>
      failed(assert, outcome, { code: "duplicate_email", status: 400, operation: "users.create", message: /already exists/ }),
  },
  "gets the created user": {
    token: "agency",
    call: ({ users, past }) => users.get(past["creates a user"].id),
    sees(user, { assert, past }) {
      assert.deepEqual({ ...user, traceId: "" }, { ...past["creates a user"], traceId: "" });
    },
  },
  "updates the user": {
    token: "agency",
    call: ({ users, seed, past }) => {
      const { id, permissions } = past["gets the created user"];
      return users.update(id, {
        firstName: "Vera",
        locationIds: [seed.locations[1].id],
        permissions: { ...permissions, campaignsEnabled: true, certificatesEnabled: true },
        scopes: [],
      });
    },
    sees(user, { assert, past }) {
      assert.equal(user.id, past["creates a user"].id);
      assert.equal(user.name, "Vera Quist");
    },
  },
  "sees the update": {
    token: "agency",
    call: ({ users, past }) => users.get(past["creates a user"].id),
    sees: (user, { assert, seed }) =>
      hasValues(assert, user, {
        name: "Vera Quist",
        email: EMAIL,
        phone: "+15550100200",
        scopes: [],
        roles: { locationIds: [seed.locations[1].id] },
        permissions: { campaignsEnabled: true, settingsEnabled: false, certificatesEnabled: true },
      }),
  },
  "filters by email": {
    token: "agency",
    call: ({ users, past }) =>
      users.filterByEmail({
        emails: [EMAIL, past["reads the first page"].users[0].email],
        projection: ["email", "firstName"],
        deleted: false,
        skip: 0,
        limit: 10,
      }),
    sees({ users, count }, { assert, past }) {
      const [first] = past["reads the first page"].users;
      assert.equal(count, 2);
      assert.deepEqual(
        users.toSorted((a, b) => a.email.localeCompare(b.email)),
        [first, { id: past["creates a user"].id, email: EMAIL, firstName: "Vera" }]
          .map(({ id, email, firstName }) => ({ id, email, firstName }))
          .sort((a, b) => a.email.localeCompare(b.email)),
      );
    },
  },
  "is refused the filter with a location's token": {
    token: "location",
    call: ({ users }) => users.filterByEmail({ emails: EMAIL }),
    sees: (outcome, { assert }) =>
      failed(assert, outcome, { code: "insufficient_scope", status: 401, message: /not authorized for this scope/ }),
  },
  "is refused another location": {
    token: "location",
    call: ({ users, seed }) => users.search({ locationId: seed.locations[1].id }),
    sees: (outcome, { assert }) =>
      failed(assert, outcome, { code: "wrong_location", status: 403, message: /does not have access to this location/ }),
  },
  "finds the user by email": {
    token: "agency",
    call: ({ users }) => users.findByEmail(EMAIL.toUpperCase()),
    sees: (user, { assert }) => hasValues(assert, user, { email: EMAIL, name: "Vera Quist" }),
  },
  "deletes the user": {
    token: "agency",
    call: ({ users, past }) => users.delete(past["creates a user"].id),
    sees({ succeeded, message, ...others }, { assert }) {
      assert.equal(succeeded, true);
      assert.match(message, /^Queued deleting user/);
      assert.ok(!("succeded" in others));
    },
  },
  "finds no deleted user": {
    token: "agency",
    call: ({ users, past }) => users.get(past["creates a user"].id),
    sees(outcome, { assert }) {
      failed(assert, outcome, { code: "not_found", status: 404, operation: "users.get", message: /User not found/ });
      assert.ok(outcome.failure.traceId);
    },
  },
  "finds the deleted user among the deleted": {
    token: "agency",
    call: ({ users }) => users.filterByEmail({ emails: [EMAIL], deleted: true }),
    sees: ({ users }, { assert, past }) => assert.deepEqual(ids(users), [past["creates a user"].id]),
  },
  "lists the tags of a location with a resource of the catalogue": {
    token: "location",
    call: ({ entries, ghl, seed }) =>
      entries.socialPosting(ghl).tags.list({ locationId: seed.locationTokenLocationId, limit: 5 }),
    sees({ tags, count }, { assert }) {
      assert.equal(tags.length, 5);
      assert.ok(count > 5);
    },
  },
  "has no method of v1": {
    token: "agency",
    sends: () => 0,
    call: ({ ghl }) => ghl.request("users.lookup", { email: EMAIL }),
    sees: (outcome, { assert }) => failed(assert, outcome, { code: "unsupported_operation" }),
  },
};

/** Only v2 has it, and only for a location's token. @type {import("./steps.mjs").Step} */
export const listsTheUsersOfALocation = {
  token: "location",
  call: ({ users, seed }) => users.list({ locationId: seed.locationTokenLocationId }),
  sees({ users }, { assert, seed, past }) {
    assert.equal(users.length, past["sees only its own location with a location's token"].count);
    for (const { roles } of users) assert.ok(roles.locationIds.includes(seed.locationTokenLocationId));
  },
};
