/** Runtimes that lack what browsers have, such as jsdom: importing does nothing, and making a client says what is missing. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { install } from "./install.mjs";
import { GIVEN, loadedFrom, NEEDED } from "./realm.mjs";
import { reset, SANDBOX_URL, seed } from "./sandbox.mjs";

const consumer = install();
const loaded = (...given) => loadedFrom(consumer, ...given);

/** What a function throws. */
function thrownBy(act) {
  try {
    act();
  } catch (error) {
    return error;
  }
  return undefined;
}

const OPTIONS = { token: "pit-0123456789abcdef", companyId: "c1" };

for (const entry of ["ghl-users", "ghl-users/slim", "ghl-users/server", "ghl-users/signing", "ghl-users/triggers"]) {
  test(`importing ${entry} needs nothing but the language`, () => {
    const { HighLevelError } = loaded(entry, {}, ["WebAssembly", "FinalizationRegistry", "WeakRef"]);
    assert.equal(new HighLevelError({ code: "server", message: "m" }).code, "server");
  });
}

test("making a client names all that is missing", () => {
  const { HighLevel } = loaded("ghl-users", {}, ["WebAssembly"]);
  const error = thrownBy(() => new HighLevel(OPTIONS));
  assert.deepEqual([error.name, error.code], ["HighLevelError", "invalid_config"]);
  assert.match(error.message, /^this runtime lacks WebAssembly, TextDecoder, TextEncoder, AbortController, fetch: /);
});

for (const name of NEEDED) {
  test(`making a client names ${name}, where that alone is missing`, () => {
    const { [name]: _, ...globals } = GIVEN;
    const error = thrownBy(() => new (loaded("ghl-users", globals).HighLevel)(OPTIONS));
    assert.match(error.message, new RegExp(`^this runtime lacks ${name}: `));
  });
}

test("a fetch of the options takes the place of the global one", () => {
  const { fetch, ...globals } = GIVEN;
  new (loaded("ghl-users", globals).HighLevel)({ ...OPTIONS, fetch }).close();
});

test("slim says that there is no WebAssembly, and no fetch for a URL", async () => {
  const slim = loaded("ghl-users/slim", {}, ["WebAssembly"]);
  assert.match(thrownBy(() => slim.initSync(Uint8Array.of(0))).message, /cannot start: ReferenceError: WebAssembly is not defined/);
  const [{ reason }] = await Promise.allSettled([slim.init("https://example.com/ghl_users_bg.wasm")]);
  assert.match(reason.message, /^this runtime lacks WebAssembly, fetch: /);
});

test("a runtime that is given what it lacks reads users, also without FinalizationRegistry", async () => {
  await reset();
  const { tokens, companyId, userCount } = await seed();
  const { HighLevel } = loaded("ghl-users", GIVEN, ["FinalizationRegistry"]);
  const ghl = new HighLevel({ token: tokens.agency, companyId, baseUrl: SANDBOX_URL });
  assert.equal((await ghl.users.search({ limit: 1 })).count, userCount);
  await assert.rejects(ghl.users.get("é€😀"), { code: "not_found" });
});
