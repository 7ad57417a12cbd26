/** What must not slip through: paths, queries and bodies that somebody else could read in another way. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { gatewayOf, outcomeOf, requestOf, USER, workersOf } from "./gateway.mjs";
import { install } from "./install.mjs";

const ALL = "get create update delete list search filterByEmail".split(" ").map((name) => `users.${name}`);
const { createGateway } = await workersOf(install());

/** A gateway that lets everybody call everything that there is. */
const open = ({ operations = ALL, ...options } = {}) =>
  gatewayOf(createGateway, { callers: undefined, authenticate: () => ({ operations }), ...options });

const NOWHERE = [403, "this gateway has no such operation"];
/** Paths that are none of the table's, however they may be read. Without white space in them, and with. */
const HOSTILE = [
  "",
  ...String.raw`
    / // /users /users// //users/ID /users//ID /users/ID/ /users/ID// /users/ID/password /users/ID/.. /users/./ID
    /users/../users/ID /users/. /users/.. /users/... /users/..; /users/..;/ID /users/%2e /users/%2e%2e /users/%2E%2e/
    /users/.%2e /users/%2f /users/a%2fb /users/a%2Fb /users/..%2fcontacts /users/a%5cb /users/a\b /users\a /users/%252f
    /users/%00 /users/a%00 /users/a%0a /users/a%20b /users/% /users/%zz /users/ü /users/%c3%bc /users/a;b /users/a;v=1
    /users/a=b /users/a&b=c /users/a,b /users/* /users/$ /users/{userId} /users/[a] /users/a:b /users/a@b /users/a'b
    /users/a|b /users/Search /users/SEARCH /users/sEarch /users/location /users/Lookup /users/users
    /users/filter-by-email /Users/a /USERS/a /u%73ers/a /%75sers/a /contacts/a /locations/a /oauth/token /users/search/a
    /users/-a/b /v1/users/a /api/users/ID /@evil.example/users/a /users/ID# /users/ID#a /users/ID? /users/?
    /users/ID?# /\evil.example/users/a`
    .trim()
    .split(/\s+/)
    .map((path) => path.replaceAll("ID", USER)),
  ...["/users/a b", "/users/a\tb", "/users/a\nb", `/users/${USER}\r\n`, "/ users/a", "/users/a ", "/users/ａ"],
  ...["/users/\u202ea", `/users/${"a".repeat(129)}`],
];
const METHODS = [
  "GET",
  "POST",
  "PUT",
  "DELETE",
  "PATCH",
  "HEAD",
  "OPTIONS",
  "get",
  "Get",
  "TRACE",
  "CONNECT",
  "QUERY",
  "*",
];

test("no path but those of the table is let through, with any method", async () => {
  const { gateway, sent } = open();
  for (const path of HOSTILE) {
    for (const method of METHODS) {
      assert.deepEqual(
        await outcomeOf(gateway.fetch(requestOf(method, path))),
        NOWHERE,
        `${method} ${JSON.stringify(path)}`,
      );
    }
  }
  assert.deepEqual(sent, []);
});

test("no path but those of the table is let through behind a prefix", async () => {
  const { gateway, sent } = open({ prefix: "/api" });
  for (const path of HOSTILE) {
    for (const start of ["/api", "/api/", "/API", "/api/..", "/api/.", "/%61pi", "/apis", "/api;", "/x/../api"]) {
      assert.deepEqual(await outcomeOf(gateway.fetch(requestOf("GET", start + path))), NOWHERE, start + path);
    }
  }
  assert.deepEqual(sent, []);
});

test("a path made of hostile pieces goes nowhere else than it says", async () => {
  const pieces = `/ users users/ ${USER} search .. . %2e %2f \\ // ? # ; %00 a @ : & = query companyId`.split(" ");
  let state = 4144;
  const next = (most) => (state = (state * 48271) % 2147483647) % most;
  const { gateway, sent } = open({ operations: ["users.get", "users.search", "users.list"] });
  let passed = 0;
  for (let round = 0; round < 20_000; round += 1) {
    const path = `/${Array.from({ length: 1 + next(6) }, () => pieces[next(pieces.length)]).join("")}`;
    const { status } = await gateway.fetch(requestOf("GET", path));
    if (status !== 200) continue;
    passed += 1;
    const { url } = sent.at(-1);
    // Sent as it came, and read by others as it was read here.
    assert.equal(url, `https://services.leadconnectorhq.com${path}`);
    assert.equal(new URL(url).href, url);
    assert.match(path, /^\/users\/(search(\?((query|companyId)=[^&]*&?)+)?|a[\w.~-]*|[\w.~-]*)$/);
  }
  assert.ok(passed > 50 && passed < 1_000, `${passed} of 20,000 passed`);
});

test("only known parameters are let through, once each, in one way of writing", async () => {
  const { gateway, sent } = open();
  const bad = String.raw`
    companyId=a&companyId=b companyId[]=a companyId%5B%5D=a companyId[x]=a companyId.x=a CompanyId=a %63ompanyId=a
    company%49d=a companyId companyId&query=a =a & companyId=a& &companyId=a companyId=a&&query=b
    companyId=a;companyId=b companyId=a=b companyId=a%26b%zz companyId=%ff companyId=% companyId=[a] companyId=a|b
    companyId=a\b companyId="a" companyId=ü emails=a userId=a __proto__=a constructor=a hasOwnProperty=a
    companyId=a&_method=DELETE companyId=a#b ?companyId=a`;
  const queries = [...bad.trim().split(/\s+/), "companyId=a b", "companyId=a\u0000"];
  for (const query of queries) {
    const { status } = await gateway.fetch(requestOf("GET", `/users/search?${query}`));
    assert.ok(status === 400 || status === 403, `${query}: ${status}`);
  }
  assert.deepEqual(await outcomeOf(gateway.fetch(requestOf("GET", `/users/${USER}?companyId=a`))), [
    400,
    "users.get: the query has a parameter that is unknown, repeated or malformed: expected no query",
  ]);
  assert.deepEqual(sent, []);
  const good = "companyId=a&query=J%C3%B6+%26%20%3d&ids=a,b&sort=";
  assert.equal((await gateway.fetch(requestOf("GET", `/users/search?${good}`))).status, 200);
  // Written anew, as the client writes it.
  const written = "companyId=a&query=J%C3%B6%20%26%20%3D&ids=a%2Cb&sort=";
  assert.equal(sent[0].url, `https://services.leadconnectorhq.com/users/search?${written}`);
});

test("a body is let through where there is one, as an object of known members", async () => {
  const { gateway, sent } = open();
  const put = async (body, headers) =>
    (await gateway.fetch(requestOf("PUT", `/users/${USER}`, { body, headers }))).status;
  const bad = [
    "",
    "null",
    "[]",
    "5",
    '"a"',
    "{",
    '{"a":1}',
    '{"__proto__":{"role":"admin"}}',
    '{"constructor":1}',
    "lastName=Ray",
  ];
  for (const body of [
    ...bad,
    '{"lastName":"a"}{}',
    '{"LASTNAME":"a"}',
    '{"lastName":NaN}',
    Uint8Array.of(0x7b, 0xff, 0x7d),
  ]) {
    assert.equal(await put(body), 400, String(body));
  }
  assert.equal(await put(`{"permissions":${"[".repeat(200_000)}${"]".repeat(200_000)}}`), 400);
  const types = [
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "",
    "application/json; charset=utf-16",
  ];
  for (const type of [...types, "text/plain; application/json", "application/jsonp", "application/json, text/plain"]) {
    assert.equal(await put("{}", { "content-type": type }), 415, type);
  }
  const headers = { "content-type": "application/json" };
  for (const method of ["GET", "DELETE"]) {
    assert.deepEqual(
      (await outcomeOf(gateway.fetch(requestOf(method, `/users/${USER}`, { body: "{}", headers }))))[0],
      400,
    );
  }
  assert.deepEqual(sent, []);
  assert.equal(await put('\ufeff{"lastName":"a"}', { "content-type": 'Application/JSON; charset="UTF-8"' }), 200);
  assert.equal(sent[0].body, '{"lastName":"a"}');
});

test("a body that is too long is read no further, whatever is said of it", async () => {
  for (const headers of [{}, { "content-length": "2" }]) {
    let pulled = 0;
    let cancelled = 0;
    const body = new ReadableStream({
      pull: (controller) => ((pulled += 1), controller.enqueue(new Uint8Array(100))),
      cancel: () => void (cancelled += 1),
    });
    const { gateway, sent } = open({ maxBodyBytes: 1_000 });
    const answer = gateway.fetch(requestOf("PUT", `/users/${USER}`, { body, headers }));
    assert.deepEqual(await outcomeOf(answer), [413, "the body is too long: expected up to 1000 bytes"]);
    assert.deepEqual([sent.length, cancelled], [0, 1]);
    assert.ok(pulled <= 12, `${pulled} parts`);
  }
  const text = JSON.stringify({ lastName: "a".repeat(985) });
  assert.equal(text.length, 1_000);
  const { gateway } = open({ maxBodyBytes: 1_000 });
  assert.equal((await gateway.fetch(requestOf("PUT", `/users/${USER}`, { body: text }))).status, 200);
  assert.equal((await gateway.fetch(requestOf("PUT", `/users/${USER}`, { body: `${text} ` }))).status, 413);
});

test("a body that breaks off is not sent on", async () => {
  const { gateway, sent, refused } = open();
  const body = new ReadableStream({ pull: (controller) => controller.error(new Error("gone")) });
  assert.deepEqual(await outcomeOf(gateway.fetch(requestOf("PUT", `/users/${USER}`, { body }))), [
    400,
    "the body broke off",
  ]);
  assert.deepEqual([sent.length, refused[0].detail], [0, "Error: gone"]);
});
