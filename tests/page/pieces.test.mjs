/** The pure modules of the page, run in the page's own browser. */

import assert from "node:assert/strict";
import { pageTest } from "./browser.mjs";

const lonely = { path: "/" };

pageTest("takes a count of exactly one full page for no total", lonely, async (page) => {
  const parts = await page.evaluate(async () => {
    const { partOf } = await import("./pager.js");
    return [
      partOf({ skip: 0, shown: 25, count: 25 }),
      partOf({ skip: 25, shown: 25, count: 120 }),
      partOf({ skip: 100, shown: 20, count: 120 }),
      partOf({ skip: 25, shown: 25, count: undefined }),
      partOf({ skip: 0, shown: 1, count: 1 }),
    ].map(({ text, hasNext }) => [text, hasNext]);
  });
  assert.deepEqual(parts, [["1–25", true], ["26–50 of 120", true], ["101–120 of 120", false], ["26–50", true], ["1 of 1", false]]);
});

pageTest("knows the 38 permissions of v2 and the 24 of v1", lonely, async (page) => {
  const counts = await page.evaluate(async () => {
    const { permissionGroups, presetPermissions } = await import("./permissions.js");
    return ["v1", "v2", "v3"].map((api) => {
      const keys = permissionGroups(api).flatMap(({ permissions }) => permissions.map(({ key }) => key));
      return [keys.length, new Set(keys).size, Object.keys(presetPermissions(api)).length];
    });
  });
  assert.deepEqual(counts, [[24, 24, 24], [38, 38, 38], [38, 38, 38]]);
});

pageTest("builds the smallest update, and v1's whole one", lonely, async (page) => {
  const user = {
    id: "1", firstName: "Ada", lastName: "Adler", email: "ada@example.com", phone: "+15550100100",
    roles: { type: "account", role: "user", locationIds: ["a", "b"] },
    permissions: { tagsEnabled: true, nobodyKnows: true, level: "high" },
  };
  const results = await page.evaluate(async (given) => {
    const { changesBetween, draftOf } = await import("./draft.js");
    const draft = draftOf(given);
    return [
      changesBetween(given, draft, "v2"),
      changesBetween(given, { ...draft, locationIds: ["b", "a"] }, "v2"),
      changesBetween(given, { ...draft, permissions: { ...draft.permissions, tagsEnabled: false, botService: false } }, "v2"),
      changesBetween(given, { ...draft, phone: "" }, "v2"),
      changesBetween(given, { ...draft, phone: "" }, "v1"),
      changesBetween(given, { ...draft, role: "admin" }, "v1"),
    ];
  }, user);
  assert.deepEqual(results, [
    null,
    null,
    { permissions: { tagsEnabled: false, nobodyKnows: true, level: "high" } },
    { phone: "" },
    null,
    {
      firstName: "Ada", lastName: "Adler", email: "ada@example.com", type: "account", role: "admin", locationIds: ["a", "b"],
      permissions: user.permissions,
    },
  ]);
});

pageTest("never tells a password as part of a call", lonely, async (page) => {
  const told = await page.evaluate(async () => {
    const { narrated } = await import("./narrated.js");
    const sources = [];
    const users = narrated({ create: async () => {} }, (source) => { sources.push(source); return () => {}; });
    await users.create({ firstName: "Ada", password: "secret", locationIds: ["a"] }, { signal: new AbortController().signal });
    return sources;
  });
  assert.deepEqual(told, ['ghl.users.create({ firstName: "Ada", password: "…", locationIds: ["a"] })']);
});
