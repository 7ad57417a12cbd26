/** The ways of asking for the next page: everybody once, whatever pages a server makes, and an end. No entry exports them alone. */

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import fc from "fast-check";
import { install, ROOT } from "./install.mjs";

const { folder } = install();
const file = join(folder, "paging.mjs");
const contents = 'export * from "./paging.js"; export { PagePromise } from "./pages.js";';
const { outputFiles } = await build({
  stdin: { contents, resolveDir: join(ROOT, "pkg-template/src/resource") },
  bundle: true,
  format: "esm",
  write: false,
});
writeFileSync(file, outputFiles[0].text);
const { PagePromise, ...ways } = await import(pathToFileURL(file).href);

const things = (count) => Array.from({ length: count }, (_, index) => ({ _id: `t${index}` }));

/** How a server with these things answers, asked in each way: where the page begins, and what it says of the next. */
const SERVERS = {
  byPage: {
    begins: ({ page }, sizes) => sizes.slice(0, Number(page ?? 1) - 1).reduce((sum, size) => sum + size, 0),
    says: () => ({}),
  },
  byOffset: { begins: ({ offset }) => Number(offset ?? 0), says: () => ({}) },
  byStartAfter: {
    begins: ({ startAfter, startAfterId }) => (startAfterId ? Number(startAfter) : 0),
    says: (end, all) => (end < all ? { meta: { startAfter: end, startAfterId: `t${end - 1}` } } : { meta: {} }),
  },
  bySearchAfter: {
    begins: ({ searchAfter }) => (searchAfter ? searchAfter[0] : 0),
    says: () => ({}),
    marks: (thing, place) => ({ ...thing, searchAfter: [place + 1, thing._id] }),
  },
  byLastMessage: {
    begins: ({ lastMessageId }) => (lastMessageId ? Number(lastMessageId.slice(1)) + 1 : 0),
    says: (end, all) => ({ lastMessageId: `t${end - 1}`, nextPage: end < all }),
  },
  byPageToken: {
    begins: ({ pageToken }) => Number(pageToken ?? 0),
    says: (end, all) => (end < all ? { nextPageToken: String(end) } : { nextPageToken: "" }),
  },
  bySortAfter: {
    begins: ({ searchAfter }) => (searchAfter ? searchAfter[0] : 0),
    says: () => ({}),
    marks: (thing, place) => ({ ...thing, sort: [place + 1, thing._id] }),
  },
  byStartAfterDate: {
    // The newest first, and none of the date that it is asked for with.
    begins: ({ startAfterDate = 1_001 }) => 1_001 - Number(startAfterDate),
    says: () => ({}),
    marks: (thing, place) => ({ ...thing, lastMessageDate: 1_000 - place, ...(place % 2 === 0 && { sort: [1_000 - place] }) }),
  },
};

/** A list asked for in one way, and the fields that it was asked for with. */
function listOf(way, answer, input) {
  const asked = [];
  const send = async (fields) => {
    asked.push(fields);
    assert.ok(asked.length < 400, "it is asked for ever");
    return { data: answer(fields), response: undefined, attempts: 1 };
  };
  return { asked, list: new PagePromise({ operation: "things.list", list: "things", paging: ways[way], input, send }) };
}

for (const [way, { begins, says, marks = (thing) => thing }] of Object.entries(SERVERS)) {
  test(`${way}: everybody once, and one request more than needed at most`, async () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 300 }), sizes, fc.boolean(), async (count, sizes, wraps) => {
        const all = things(count).map(marks);
        const given = Array.from({ length: 301 }, (_, index) => sizes[index % sizes.length]);
        let needed = 0;
        const { asked, list } = listOf(way, (fields) => {
          const begin = begins(fields, given);
          const size = way === "byPage" ? given[Number(fields.page ?? 1) - 1] : given[asked.length];
          const page = all.slice(begin, begin + size);
          needed += page.length > 0 ? 1 : 0;
          // Some servers begin again behind the end.
          const things = page.length === 0 && wraps ? all.slice(0, size) : page;
          return { things, ...says(begin + page.length, all.length) };
        });
        assert.deepEqual(await list.all(), all);
        assert.ok(asked.length <= needed + 1, `${asked.length} requests for ${needed} pages`);
      }),
      { seed: 12, numRuns: 100 },
    );
  });

  test(`${way}: ends where a server says the same again, and gives nobody twice`, async () => {
    const all = things(5).map(marks);
    const { asked, list } = listOf(way, () => ({ things: all, ...says(5, 100) }));
    assert.deepEqual(await list.all(), all);
    assert.ok(asked.length <= 2, String(asked.length));
  });

  test(`${way}: asks for a hundred at most, from where the caller begins`, async () => {
    const { size } = ways[way];
    for (const [limit, expected] of [[undefined, 100], [500, 100], ["30", "30"], [7, 7]]) {
      const { asked, list } = listOf(way, () => ({ things: [] }), { query: "a", ...(limit && { [size]: limit }) });
      assert.deepEqual(await list.all(), []);
      assert.deepEqual(asked.map((fields) => ({ ...fields })), [{ query: "a", [size]: expected }]);
    }
  });
}

test("a cursor that is the same again ends a list, although its page is new", async () => {
  let count = 0;
  const { asked, list } = listOf("byPageToken", () => ({ things: [{ _id: `t${count++}` }], nextPageToken: "a" }));
  assert.equal((await list.all()).length, 2);
  assert.equal(asked.length, 2);
});

test("every way has a server here", () => {
  assert.deepEqual(Object.keys(ways).sort(), Object.keys(SERVERS).sort());
});

test("a page that was asked for by its number is followed by its cursor alone", async () => {
  for (const [way, place, size] of [["bySearchAfter", "searchAfter", "pageLimit"], ["bySortAfter", "sort", "limit"]]) {
    const answer = ({ searchAfter }) => ({ things: searchAfter ? [] : [{ _id: "t1", [place]: [1] }] });
    const { asked, list } = listOf(way, answer, { page: 3 });
    await list.all();
    const named = asked.map((fields) => Object.keys(fields).filter((name) => fields[name] !== undefined).sort());
    assert.deepEqual(named, [[size, "page"].sort(), [size, "searchAfter"].sort()]);
  }
});
