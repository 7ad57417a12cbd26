/** Clients and sessions in the state of a page, as Vue and its kin keep it: in a Proxy. `matrix/state/` has more of them. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { reactive, readonly, ref, shallowReactive } from "@vue/reactivity";
import { install } from "./install.mjs";
import { clientOf, json } from "./stub.mjs";

const consumer = install();
const { HighLevel } = await consumer.import("ghl-users");
const { memoryStore, OAuthSession } = await consumer.import("ghl-users/server");

const KEPT = {
  "reactive(it)": (thing) => reactive(thing),
  "reactive({ it })": (thing) => reactive({ deep: { thing } }).deep.thing,
  "reactive([it])": (thing) => reactive([thing])[0],
  "ref(it)": (thing) => ref(thing).value,
  "readonly({ it })": (thing) => readonly({ thing }).thing,
  "shallowReactive(it)": (thing) => shallowReactive(thing),
  "reactive(new Map([[1, it]]))": (thing) => reactive(new Map([[1, thing]])).get(1),
};

for (const [name, keep] of Object.entries(KEPT)) {
  test(`a client in ${name} works`, async () => {
    const { ghl, requests } = clientOf(HighLevel, json({ id: "u1", users: [] }));
    const kept = keep(ghl);
    assert.equal((await kept.users.get("u1")).id, "u1");
    assert.equal((await kept.request("users.get", { userId: "u1" })).id, "u1");
    assert.deepEqual((await kept.users.search().all()).length, 0);
    assert.equal(kept.rateLimit.requests, 100);
    kept.setToken("another");
    kept.close();
    await assert.rejects(kept.users.get("u1"), { code: "closed" });
    assert.equal(requests.length, 3);
  });

  test(`a session in ${name} works`, async () => {
    const options = { clientId: "a", clientSecret: "b", resource: { companyId: "c1" }, store: memoryStore() };
    const kept = keep(new OAuthSession(options));
    const tokens = { accessToken: "pit-1", refreshToken: "r", expiresAt: Date.now() + 86_400_000, companyId: "c1", userType: "Company", scopes: [] };
    await kept.setTokens(tokens);
    assert.equal(await kept.token(), "pit-1");
    assert.equal(kept.unsaved, undefined);
    assert.equal(typeof kept.forLocation("l1").token, "function");
  });

  test(`an error and a call in ${name} work`, async () => {
    const { ghl } = clientOf(HighLevel, json({ users: [{ id: "u1" }] }));
    const search = keep(ghl.users.search());
    assert.equal((await search).users.length, 1);
    for await (const { id } of keep(ghl.users.search())) assert.equal(id, "u1");
    const error = await keep(ghl.users.get("")).catch(keep);
    assert.equal(error.toJSON().code, "invalid_input");
  });
}
