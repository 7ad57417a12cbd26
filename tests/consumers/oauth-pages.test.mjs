/** `installedLocations` over many pages, of servers that keep to their spec and of others. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { install } from "./install.mjs";
import { answering, errorOf, VERSIONS, withoutWaits } from "./oauth.mjs";

const { installedLocations } = await install().import("ghl-users/server");
withoutWaits();

const QUERY = { accessToken: "access-1", companyId: "c1", appId: "a1" };
const idsOf = (count, from = 0) => Array.from({ length: count }, (_, index) => `l${from + index}`);
const itemsOf = (ids) => ids.map((_id) => ({ _id, name: `Location ${_id}`, address: "somewhere" }));

/** A server with these locations, which gives at most so many at once. */
const SERVERS = {
  v2: (ids, most = Infinity, more = {}) => ({ url: { searchParams } }) => {
    const skip = Number(searchParams.get("skip"));
    const page = ids.slice(skip, skip + Math.min(most, Number(searchParams.get("limit"))));
    return Response.json({ locations: itemsOf(page), count: ids.length, installToFutureLocations: false, ...more });
  },
  v3: (ids, most = Infinity, more = {}) => ({ url: { searchParams } }) => {
    const skip = Number(searchParams.get("pageToken")?.slice("after-".length) ?? 0);
    const page = ids.slice(skip, skip + Math.min(most, Number(searchParams.get("pageSize"))));
    const next = skip + page.length;
    const hasNextPage = next < ids.length;
    const pagination = { hasNextPage, hasPrevPage: skip > 0, currentPageSize: page.length };
    if (hasNextPage) pagination.nextPageToken = `after-${next}`;
    return Response.json({ items: itemsOf(page), pagination: { ...pagination, ...more } });
  },
};

/** The ids that are found, and what was asked in order to find them. */
async function found(api, answers, query) {
  const { fetch, requests } = answering(...[answers].flat());
  const ids = [];
  const iterate = async () => {
    for await (const { id } of installedLocations({ api, fetch }, { ...QUERY, ...query })) ids.push(id);
  };
  return { ids, iterate, requests };
}

async function all(...scene) {
  const { ids, iterate, requests } = await found(...scene);
  await iterate();
  return { ids, asked: requests.map(({ url }) => Object.fromEntries(url.searchParams)) };
}

for (const api of VERSIONS) {
  const server = SERVERS[api];

  test(`${api}: gives every location once, whatever the size of its pages`, async () => {
    for (const count of [0, 1, 2, 99, 100, 101, 250]) {
      const ids = idsOf(count);
      for (const pageSize of [undefined, 1, 7, 100]) {
        for (const most of [Infinity, 10]) {
          const result = await all(api, server(ids, most), { pageSize });
          assert.deepEqual(result.ids, ids, `${count} by ${pageSize}, at most ${most}`);
          const pages = Math.ceil(count / Math.min(pageSize ?? 100, most));
          assert.ok(result.asked.length <= pages + 1, `${result.asked.length} requests for ${pages} pages`);
        }
      }
    }
  });

  test(`${api}: sends what it was given with every page`, async () => {
    const query = { query: "a&b", isInstalled: false, onTrial: true, planId: "p", versionId: "v", locationId: "l" };
    const { asked } = await all(api, server(idsOf(3)), { ...query, pageSize: 2 });
    assert.ok(asked.length >= 2);
    for (const each of asked) {
      const { limit, skip, pageSize, pageToken, ...rest } = each;
      assert.equal(limit ?? pageSize, "2");
      assert.deepEqual(rest, { ...query, companyId: "c1", appId: "a1", isInstalled: "false", onTrial: "true" });
    }
  });

  test(`${api}: fetches a page when it is needed, and stops when it is told to`, async () => {
    const { fetch, requests } = answering(server(idsOf(100)));
    const locations = installedLocations({ api, fetch }, { ...QUERY, pageSize: 10 });
    assert.equal(requests.length, 0);
    let count = 0;
    for await (const { name } of locations) {
      assert.match(name, /^Location l\d+$/);
      count += 1;
      assert.equal(requests.length, Math.ceil(count / 10));
      if (count === 25) break;
    }
    assert.equal(requests.length, 3);
    for await (const { id } of locations) {
      assert.equal(id, "l0");
      break;
    }
    assert.equal(requests.length, 4);
  });

  test(`${api}: what moved to a later page is not given again`, async () => {
    const [before, after] = [idsOf(4), ["l9", ...idsOf(4)]];
    const { ids } = await all(api, [server(before), server(after)], { pageSize: 2 });
    assert.deepEqual(ids, ["l0", "l1", "l2", "l3"]);
  });

  test(`${api}: an answer is refused that has no list, or items without an id`, async () => {
    const page = api === "v2" ? { count: 1 } : { pagination: { hasNextPage: false } };
    const list = api === "v2" ? "locations" : "items";
    for (const [items, words] of [
      [undefined, `has no list "${list}"`],
      [{}, `has no list "${list}"`],
      [[null], `has an item without an id in "${list}"`],
      [[{ name: "n" }], `has an item without an id in "${list}"`],
      [[{ _id: "" }], `has an item without an id in "${list}"`],
      [["l1"], `has an item without an id in "${list}"`],
    ]) {
      const { iterate } = await found(api, Response.json({ ...page, [list]: items }));
      const error = await errorOf("installedLocations", iterate());
      assert.deepEqual([error.code, error.message], ["unexpected_response", `installedLocations: the answer ${words}`]);
    }
  });

  test(`${api}: a location keeps the fields that are not documented`, async () => {
    const item = { _id: "l1", name: "n", address: "a", more: { deep: true } };
    const page = { locations: [item], items: [item], count: 1, pagination: { hasNextPage: false } };
    const { fetch } = answering(Response.json(page));
    for await (const location of installedLocations({ api, fetch }, QUERY)) {
      assert.deepEqual(location, { id: "l1", name: "n", address: "a", more: { deep: true } });
    }
  });

  test(`${api}: a failure comes where it is met, after all that came before it`, async () => {
    const { ids, iterate } = await found(
      api,
      [server(idsOf(4)), Response.json({ message: "Invalid JWT" }, { status: 401 })],
      { pageSize: 2 },
    );
    const error = await errorOf("installedLocations", iterate());
    assert.deepEqual([error.code, ids], ["invalid_token", ["l0", "l1"]]);
  });

  test(`${api}: a server that gives the same page again and again is an error`, async () => {
    let token = 0;
    const page = () => ({ items: itemsOf(idsOf(2)), pagination: { hasNextPage: true, nextPageToken: `t${token++}` } });
    const same = () => Response.json({ locations: itemsOf(idsOf(2)), count: 1e6, ...page() });
    const { ids, iterate, requests } = await found(api, same, { pageSize: 2 });
    const error = await errorOf("installedLocations", iterate());
    assert.deepEqual([error.code, ids, requests.length], ["unexpected_response", ["l0", "l1"], 11]);
    assert.match(error.message, /the server has named 11 pages, and no end of them/);
  });

  test(`${api}: a server without an end is an error`, async () => {
    let next = 0;
    const fetch = async () => {
      const items = itemsOf([`l${(next += 1)}`]);
      return Response.json({ items, locations: items, pagination: { hasNextPage: true, nextPageToken: `t${next}` } });
    };
    let count = 0;
    const iterate = async () => {
      for await (const _ of installedLocations({ api, fetch }, { ...QUERY, pageSize: 1 })) count += 1;
    };
    const error = await errorOf("installedLocations", iterate());
    assert.deepEqual([error.code, count], ["unexpected_response", 10_000]);
  });
}

test("v2: a count that is only the page's does not end the list", async () => {
  const ids = idsOf(25);
  const byPage = (request) => SERVERS.v2(ids, Infinity, { count: 10 })(request);
  assert.deepEqual((await all("v2", byPage, { pageSize: 10 })).ids, ids);
  const without = (request) => SERVERS.v2(ids, 4, { count: undefined })(request);
  assert.deepEqual((await all("v2", without, { pageSize: 10 })).ids, ids);
});

test("v3: a page may be empty and not the last, as filters leave it", async () => {
  const page = (ids, nextPageToken) =>
    Response.json({ items: itemsOf(ids), pagination: { hasNextPage: nextPageToken !== undefined, nextPageToken } });
  const answers = [page(["l0"], "a"), page([], "b"), page([], "c"), page(["l1"], "d"), page([])];
  const { ids, asked } = await all("v3", answers);
  assert.deepEqual(ids, ["l0", "l1"]);
  assert.deepEqual(asked.map(({ pageToken }) => pageToken), [undefined, "a", "b", "c", "d"]);
});

test("v3: a token that comes twice is an error", async () => {
  const page = (ids, nextPageToken) =>
    Response.json({ items: itemsOf(ids), pagination: { hasNextPage: true, nextPageToken } });
  const { ids, iterate } = await found("v3", [page(["l0"], "a"), page(["l1"], "b"), page(["l2"], "a")]);
  const error = await errorOf("installedLocations", iterate());
  assert.deepEqual([error.code, ids], ["unexpected_response", ["l0", "l1", "l2"]]);
  assert.match(error.message, /the server named a page twice/);
});

test("v3: an answer has to say whether it is the last", async () => {
  const hasNextPage = true;
  for (const pagination of [undefined, null, {}, "no", { hasNextPage }, { hasNextPage, nextPageToken: "" }]) {
    const { iterate } = await found("v3", Response.json({ items: [], pagination }));
    const { code, message } = await errorOf("installedLocations", iterate());
    assert.equal(code, "unexpected_response");
    assert.match(message, /the answer (does not say whether it is the last page|has no token for its next page)$/);
  }
});

test("v3: may be restricted to what the token's user may enter", async () => {
  const { asked } = await all("v3", SERVERS.v3(idsOf(1)), { restrictToUserLocations: true });
  assert.equal(asked[0].restrictToUserLocations, "true");
});

test("what is wrong with the call shows at once, and not with the first page", () => {
  assert.throws(() => installedLocations({}, { ...QUERY, pageSize: 0 }), { code: "invalid_input" });
  assert.throws(() => installedLocations({ api: "v1" }, QUERY), { code: "invalid_config" });
});
