/** Redirects, as a true `fetch` follows them: the sandbox's, and the runtime's own beside it. */

import assert from "node:assert/strict";
import { both, failed } from "./box.mjs";

/** Has the next call answered with a redirect. */
const redirect = (side, status, location, times = 1) => side.fault({ status, headers: { location }, times });

/** The path and the query of what was asked. */
const paths = async (side) => (await side.requests()).map(({ path, query }) => (query ? `${path}?${query}` : path));

both("follows a redirect, and says so", async (side) => {
  await redirect(side, 302, "/second?a=1");
  const response = await side.fetch(`${side.base}/first#part`);
  assert.deepEqual([response.status, response.url, response.redirected], [501, `${side.base}/second?a=1`, true]);
  assert.deepEqual(await paths(side), ["/first", "/second?a=1"]);
});

both("a location is read from where it was given", async (side) => {
  await redirect(side, 302, "next?b=2");
  await side.fetch(`${side.base}/contacts/first?a=1`);
  assert.deepEqual(await paths(side), ["/contacts/first?a=1", "/contacts/next?b=2"]);
});

both("hands a redirect over where that is wanted", async (side) => {
  await redirect(side, 307, "/second");
  const response = await side.fetch(`${side.base}/first`, { redirect: "manual" });
  assert.deepEqual([response.status, response.redirected, response.url], [307, false, `${side.base}/first`]);
  assert.equal(response.headers.get("location"), "/second");
  assert.deepEqual(await paths(side), ["/first"]);
});

both("fails for a redirect where none is wanted", async (side) => {
  await redirect(side, 302, "/second");
  assert.ok((await failed(side.fetch(`${side.base}/first`, { redirect: "error" }))) instanceof TypeError);
  assert.deepEqual(await paths(side), ["/first"]);
});

both("a redirect to nowhere is an answer like others", async (side) => {
  await side.fault({ status: 302 });
  const response = await side.fetch(`${side.base}/first`);
  assert.deepEqual([response.status, response.redirected], [302, false]);
});

both("fails where a redirect leads to what is no address of http", async (side) => {
  for (const location of ["ftp://127.0.0.1/", "http://", "data:text/plain,x"]) {
    await redirect(side, 302, location);
    assert.ok((await failed(side.fetch(`${side.base}/first`))) instanceof TypeError, location);
  }
});

both("the token goes along within an origin, and stays behind when it is left", async (side) => {
  await redirect(side, 302, "/second");
  await redirect(side, 302, `${side.elsewhere}/third`);
  await side.fetch(`${side.base}/first`, { headers: { ...side.headers, "x-own": "1" } });
  const sent = (await side.requests()).map(({ path, headers }) => [path, "authorization" in headers, headers["x-own"]]);
  assert.deepEqual(
    sent.map(([path, ...others]) => [path.replace(side.elsewhere, ""), ...others]),
    [["/first", true, "1"], ["/second", true, "1"], ["/third", false, "1"]],
  );
});

const JSON_BODY = { method: "POST", body: '{"a":1}', headers: { "content-type": "application/json" } };
const asked = async (side) =>
  (await side.requests()).slice(1).map(({ method, body, headers }) => [method, body, headers["content-type"]]);

both("301, 302 and 303 turn a POST into a GET without a body, and without what speaks of it", async (side) => {
  for (const status of [301, 302, 303]) await redirect(side, status, "/second");
  await side.fetch(`${side.base}/first`, JSON_BODY);
  assert.deepEqual(await asked(side), Array(3).fill(["GET", "", undefined]));
});

both("303 turns a PUT into a GET, 301 and 302 do not", async (side) => {
  for (const status of [301, 302, 303]) await redirect(side, status, "/second");
  await side.fetch(`${side.base}/first`, { ...JSON_BODY, method: "PUT" });
  const put = ["PUT", '{"a":1}', "application/json"];
  assert.deepEqual(await asked(side), [put, put, ["GET", "", undefined]]);
});

both("307 and 308 send the same once more", async (side) => {
  for (const status of [307, 308]) await redirect(side, status, "/second");
  await side.fetch(`${side.base}/first`, JSON_BODY);
  assert.deepEqual(await asked(side), Array(2).fill(["POST", '{"a":1}', "application/json"]));
});

both("follows 20, and no more", async (side) => {
  await redirect(side, 302, "/again", 20);
  assert.equal((await side.fetch(`${side.base}/first`)).status, 501);
  await redirect(side, 302, "/again", 21);
  assert.ok((await failed(side.fetch(`${side.base}/first`))) instanceof TypeError);
  assert.equal((await side.requests()).length, 42);
});

both("the signal ends a redirect on its way", async (side) => {
  await redirect(side, 302, "/second");
  await side.fault({ delayMs: 60_000 });
  const control = new AbortController();
  const call = failed(side.fetch(`${side.base}/first`, { signal: control.signal }));
  while ((await side.requests()).length < 2);
  control.abort("enough");
  assert.equal(await call, "enough");
});
