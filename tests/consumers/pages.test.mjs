/** Users page by page: what iterating sends, what it gives, and when it ends. `fetch` is a stub with users of its own. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import fc from "fast-check";
import { install } from "./install.mjs";
import { collect, fieldsOf, ids, pagesOf, people, serverOf, windows } from "./people.mjs";
import { clientOf, failureOf, json, settle } from "./stub.mjs";

const consumer = install();
const { HighLevel } = await consumer.import("ghl-users");

test("gives every user, a hundred at a time", async () => {
  const { ghl, requests } = clientOf(HighLevel, serverOf(people(250)));
  assert.deepEqual(await collect(ghl.users.search({ query: "jo" })), people(250));
  assert.deepEqual(windows(requests), [[0, 100], [100, 100], [200, 100]]);
  for (const request of requests) assert.equal(fieldsOf(request).query, "jo");
});

test("pages through a filter by email too, and on v3", async () => {
  const { ghl, requests } = clientOf(HighLevel, serverOf(people(101)), { api: "v3" });
  assert.equal((await collect(ghl.users.filterByEmail({ emails: ["a@b.c"] }))).length, 101);
  assert.deepEqual(windows(requests), [[0, 100], [100, 100]]);
  assert.deepEqual(requests[1].body, { companyId: "c1", emails: "a@b.c", skip: "100", limit: "100" });
});

test("pages through an operation that is sent by its id", async () => {
  const { ghl } = clientOf(HighLevel, serverOf(people(101)));
  assert.equal((await collect(ghl.request("users.search", {}))).length, 101);
});

test("begins and counts as the call says", async () => {
  const { ghl, requests } = clientOf(HighLevel, serverOf(people(30)));
  assert.deepEqual(ids(await collect(ghl.users.search({ skip: "5", limit: 10 }))), ids(people(25, 5)));
  assert.deepEqual(windows(requests), [[5, 10], [15, 10], [25, 10]]);
});

for (const count of [0, 40, 100_000, "many", null]) {
  test(`ends on an empty page, which is none, where the server says that it has ${count}`, async () => {
    const { ghl, requests } = clientOf(HighLevel, serverOf(people(130), count));
    const pages = await collect(ghl.users.search().pages());
    assert.deepEqual(pages.map(({ users }) => users.length), [100, 30]);
    assert.deepEqual(windows(requests), [[0, 100], [100, 100], [130, 100]]);
  });
}

test("ends where the server's count is reached, without a further request", async () => {
  const { ghl, requests } = clientOf(HighLevel, serverOf(people(200)));
  assert.equal((await collect(ghl.users.search())).length, 200);
  assert.deepEqual(windows(requests), [[0, 100], [100, 100]]);
});

test("asks for at most a hundred at a time, and goes on behind a page that has fewer", async () => {
  const users = people(230);
  for (const count of [230, undefined]) {
    const { ghl, requests } = clientOf(HighLevel, (request) => {
      const { skip = 0 } = fieldsOf(request);
      return Response.json({ users: users.slice(Number(skip), Number(skip) + 40), count });
    });
    assert.deepEqual(await ghl.users.search({ limit: 500 }).all(), users);
    assert.deepEqual(windows(requests)[1], [40, 100]);
    assert.equal(requests.length, count === undefined ? 7 : 6);
  }
});

test("gives everybody once, whatever pages a server makes and whatever it counts, in one request more than needed at most", async () => {
  const server = fc.record({
    total: fc.nat({ max: 400 }),
    sizes: fc.array(fc.integer({ min: 1, max: 150 }), { minLength: 1, maxLength: 8 }),
    counts: fc.constantFrom("all", "the page", "nothing"),
    limit: fc.option(fc.integer({ min: 1, max: 300 }), { nil: undefined }),
    skip: fc.option(fc.nat({ max: 20 }), { nil: undefined }),
  });
  await fc.assert(
    fc.asyncProperty(server, async ({ total, sizes, counts, limit, skip }) => {
      const users = people(total);
      let needed = 0;
      // Without a rate limit, for which the many requests of small pages would wait.
      const { ghl, requests } = clientOf(HighLevel, (request) => {
        const { skip: from = 0, limit: most } = fieldsOf(request);
        assert.ok(Number(most) <= 100);
        // Each page as large as the server feels like, as a filter behind the limit would make it.
        const size = Math.min(Number(most), sizes[requests.length % sizes.length]);
        const page = users.slice(Number(from), Number(from) + size);
        if (page.length > 0) needed += 1;
        const count = { all: total, "the page": page.length, nothing: undefined }[counts];
        return Response.json({ users: page, count });
      }, { rateLimit: false });
      assert.deepEqual(await ghl.users.search({ limit, skip }).all(), users.slice(skip ?? 0));
      assert.ok(requests.length <= needed + 1, `${requests.length} requests for ${needed} pages`);
      ghl.close();
    }),
    { seed: 4, numRuns: 300 },
  );
});

test("gives one page without users where there are none", async () => {
  const { ghl } = clientOf(HighLevel, serverOf([]));
  assert.deepEqual(await collect(ghl.users.search().pages()), [{ users: [], count: 0 }]);
  assert.deepEqual(await collect(ghl.users.search()), []);
});

test("gives a user once who moved to a later page", async () => {
  const pages = [people(3), people(3, 2), people(1, 4)];
  const { ghl } = clientOf(HighLevel, pagesOf(...pages, ...pages));
  assert.deepEqual(ids(await collect(ghl.users.search({ limit: 3 }))), ids(people(5)));
  const given = await collect(ghl.users.search({ limit: 3 }).pages());
  assert.deepEqual(given.map(({ users }) => ids(users)), [["u0", "u1", "u2"], ["u3", "u4"]]);
  assert.deepEqual(given.map(({ count }) => count), [0, 0]);
});

test("gives users without an id always", async () => {
  const nameless = { firstName: "Jo" };
  const { ghl } = clientOf(HighLevel, pagesOf([nameless, { id: "u1" }], [nameless, { id: "u2" }], [nameless]));
  assert.deepEqual(await collect(ghl.users.search({ limit: 2 })), [nameless, { id: "u1" }, nameless, { id: "u2" }, nameless]);
});

for (const [kind, page] of [
  ["users", people(100)],
  ["users without an id", people(100).map(({ id }) => ({ firstName: id }))],
]) {
  test(`ends where a server ignores skip and sends the same ${kind} again`, async () => {
    const { ghl, requests } = clientOf(HighLevel, () => {
      assert.ok(requests.length <= 2, "it is asked for ever");
      return Response.json({ users: page, count: 5_000 });
    });
    const users = await collect(ghl.users.search());
    assert.ok(users.length <= 200);
    assert.equal(requests.length, 2);
  });
}

test("fetches a page when its first user is asked for", async () => {
  const { ghl, requests } = clientOf(HighLevel, serverOf(people(250)));
  const users = ghl.users.search()[Symbol.asyncIterator]();
  await settle();
  assert.equal(requests.length, 0);
  for (let index = 0; index < 100; index++) await users.next();
  await settle();
  assert.equal(requests.length, 1);
  assert.equal((await users.next()).value.id, "u100");
  assert.equal(requests.length, 2);
});

test("stops at break", async () => {
  const { ghl, requests } = clientOf(HighLevel, serverOf(people(250)));
  for await (const user of ghl.users.search()) if (user.id === "u99") break;
  for await (const page of ghl.users.search().pages()) if (page) break;
  await settle();
  assert.deepEqual(windows(requests), [[0, 100], [0, 100]]);
});

test("starts over when it is iterated again, also side by side", async () => {
  const { ghl, requests } = clientOf(HighLevel, serverOf(people(120)));
  const search = ghl.users.search();
  const [users, again] = await Promise.all([collect(search), collect(search)]);
  assert.deepEqual(users, people(120));
  assert.deepEqual(again, people(120));
  const pages = search.pages();
  assert.equal((await collect(pages)).length + (await collect(pages)).length, 4);
  assert.equal(requests.length, 8);
});

test("is not moved by changes that the caller makes to the input or the options meanwhile", async () => {
  const { ghl, requests } = clientOf(HighLevel, serverOf(people(30)));
  const [input, options] = [{ limit: 10, query: "jo" }, { signal: AbortSignal.abort() }];
  const [search, aborted] = [ghl.users.search(input), ghl.users.search({}, options)];
  Object.assign(input, { limit: 20, query: "al" });
  delete options.signal;
  await collect(search);
  await search;
  assert.deepEqual(windows(requests), [[0, 10], [10, 10], [20, 10], [0, 10]]);
  for (const request of requests) assert.equal(fieldsOf(request).query, "jo");
  assert.equal((await failureOf(aborted)).code, "aborted");
});

test("sends no request of its own when it is only iterated", async () => {
  const { ghl, requests } = clientOf(HighLevel, serverOf([]));
  await collect(ghl.users.search());
  await collect(ghl.users.search().pages());
  await ghl.users.search().all();
  const pages = ghl.users.search().pages();
  await settle();
  assert.ok(pages);
  assert.deepEqual(windows(requests), [[0, 100], [0, 100], [0, 100]]);
});

test("refuses a wrong input as a search that is awaited does", async () => {
  const { ghl, requests } = clientOf(HighLevel, serverOf([]));
  for (const input of [5, "jo", ["jo"], new Map(), { limti: 5 }, { limit: -1 }, { limit: "" }, { skip: "x" }]) {
    const awaited = await failureOf(ghl.users.search(input));
    const iterated = await failureOf(collect(ghl.users.search(input)));
    assert.deepEqual([iterated.code, iterated.message], ["invalid_input", awaited.message], inspect(input));
  }
  assert.deepEqual(requests, []);
});

test("fails where a page does, and gives the users before", async () => {
  const { ghl } = clientOf(HighLevel, (request) =>
    fieldsOf(request).skip === "100" ? json({ message: "no" }, 400)() : serverOf(people(250))(request),
  );
  const users = [];
  const error = await failureOf(
    (async () => {
      for await (const user of ghl.users.search()) users.push(user);
    })(),
  );
  assert.equal(error.code, "rejected");
  assert.equal(users.length, 100);
  assert.equal((await failureOf(ghl.users.search().all())).code, "rejected");
});

test("passes the call's options on to each page", async () => {
  const { ghl, requests } = clientOf(HighLevel, serverOf(people(250)));
  const stop = new AbortController();
  const error = await failureOf(
    (async () => {
      for await (const user of ghl.users.search({}, { signal: stop.signal })) if (user.id === "u150") stop.abort();
    })(),
  );
  assert.deepEqual([error.code, requests.length], ["aborted", 2]);
  assert.equal((await failureOf(ghl.users.search({}, { abort: true }).all())).code, "invalid_input");
  assert.equal((await failureOf(ghl.users.search({}, 5).all())).code, "invalid_input");
});

test("fetches no further page once the client is closed", async () => {
  const { ghl, requests } = clientOf(HighLevel, serverOf(people(250)));
  const error = await failureOf(
    (async () => {
      for await (const user of ghl.users.search()) if (user.id === "u50") ghl.close();
    })(),
  );
  assert.deepEqual([error.code, requests.length], ["closed", 1]);
});
