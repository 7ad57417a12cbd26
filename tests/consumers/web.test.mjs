/** `ghl-users/web` in Chromium: the page downloads the engine as a file of its own, from whatever server it has. */

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { after, before, test } from "node:test";
import { build } from "vite";
import { install } from "./install.mjs";
import { browser } from "./matrix/browser.mjs";
import { reset, SANDBOX_URL, seed } from "./sandbox.mjs";

const TYPES = { ".html": "text/html", ".js": "text/javascript" };
const { folder } = install();
const dist = join(folder, "node_modules/ghl-users/dist");

/** What the server has, how it answers for WebAssembly, and under which policy its page is; each test sets its own. */
let root;
let serveWasm;
let policy;
let downloads;

const server = createServer(async ({ url }, response) => {
  const name = url === "/" ? "index.html" : url;
  const content = await readFile(join(root, name)).catch(() => url === "/" && "<!doctype html><title>a page</title>");
  if (!content) return response.writeHead(404).end();
  if (extname(name) === ".wasm") {
    downloads += 1;
    return serveWasm(response, content);
  }
  const headers = { "content-type": TYPES[extname(name)], ...(policy && { "content-security-policy": policy }) };
  response.writeHead(200, headers).end(content);
});
const as = (type) => (response, wasm) => response.writeHead(200, { "content-type": type }).end(wasm);

before(() => new Promise((resolve) => server.listen(0, "127.0.0.1", resolve)));
after(() => server.close());

/** Runs `act` in a page of its own. It gets the entry and `given`, and what it fails with is told by its fields. */
async function inPage({ site = dist, entry = 'import("/web.js")', serve = as("application/wasm"), csp }, act, given) {
  [root, serveWasm, policy, downloads] = [site, serve, csp, 0];
  const page = await (await browser()).newPage();
  try {
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    return await page.evaluate(`(async (given) => {
      const ghlUsers = await ${entry};
      const told = (error) => ({ ...error.toJSON(), name: error.name });
      return (${act})(ghlUsers, given, told);
    })(${JSON.stringify(given)})`);
  } finally {
    await page.close();
  }
}

/** Starts the engine and counts the users. Says too whether the bytes were compiled while they came. */
async function count({ HighLevel, init }, { token, companyId, baseUrl }) {
  const instantiate = WebAssembly.instantiate;
  let streamed;
  WebAssembly.instantiate = (wasm, imports) => {
    streamed = wasm instanceof WebAssembly.Module;
    return instantiate(wasm, imports);
  };
  await init();
  const ghl = new HighLevel({ token, companyId, baseUrl });
  return { count: (await ghl.users.search({ limit: 1 })).count, streamed };
}

async function account() {
  await reset();
  const { tokens, companyId, userCount } = await seed();
  return { given: { token: tokens.agency, companyId, baseUrl: SANDBOX_URL }, userCount };
}

test("compiles the engine while it comes, and reads users", async () => {
  const { given, userCount } = await account();
  assert.deepEqual(await inPage({}, count, given), { count: userCount, streamed: true });
  assert.equal(downloads, 1);
});

for (const type of ["application/octet-stream", "text/plain", "application/wasm; charset=utf-8"]) {
  test(`compiles the engine once it has come, where the server calls it ${type}`, async () => {
    const { given, userCount } = await account();
    assert.deepEqual(await inPage({ serve: as(type) }, count, given), { count: userCount, streamed: false });
    assert.equal(downloads, 1);
  });
}

test("asks to be started", async () => {
  const failure = await inPage({}, ({ HighLevel }, _, told) => {
    try {
      new HighLevel({ token: "pit" });
    } catch (error) {
      return told(error);
    }
  });
  assert.equal(failure.name, "HighLevelError");
  assert.equal(failure.code, "invalid_config");
  assert.match(failure.message, /await init\(\.\.\.\) of the same entry/);
  assert.equal(downloads, 0);
});

test("downloads the engine once, however often it is started", async () => {
  await inPage({}, async ({ HighLevel, init }) => {
    await Promise.all([init(), init()]);
    await init();
    new HighLevel({ token: "pit", dangerouslyAllowBrowser: true }).close();
  });
  assert.equal(downloads, 1);
});

const cutOff = (response, wasm) => {
  response.writeHead(200, { "content-type": "application/wasm", "content-length": wasm.length });
  response.write(wasm.subarray(0, 4_000), () => response.destroy());
};
const wrong = (words) => new RegExp(`^init: http://127.0.0.1:\\d+/ghl_users_bg.wasm ${words}: expected ghl_users_bg.wasm`);
/** A file that is none, and what is said of it. */
const notWasm = (type, content) => {
  const answer = (response) => response.writeHead(200, type && { "content-type": type }).end(content);
  return [answer, "unexpected_response", wrong(`answered ${type ?? null} that is not WebAssembly`)];
};
const FAILURES = {
  "the file is not there": [(response) => response.writeHead(404).end(), "unexpected_response", wrong("has status 404")],
  "the server sends its page instead": notWasm("text/html; charset=utf-8", "<!doctype html>"),
  "the server sends its page as wasm": notWasm("application/wasm", "<!doctype html>"),
  "the server sends its page without a type": notWasm(undefined, "<!doctype html>"),
  "the server sends an empty file": notWasm("application/wasm", ""),
  "the server sends JSON": notWasm("application/json", '{"error":"not found"}'),
  "the bundler sends a module": notWasm("text/javascript", 'export default "/assets/ghl_users_bg.wasm"'),
  "the server sends half of the file": notWasm("application/wasm", Buffer.from("0061736d01000000", "hex").subarray(0, 6)),
  "the download breaks off": [cutOff, "network", /cannot be fetched/],
};
for (const [name, [serve, code, message]] of Object.entries(FAILURES)) {
  test(`says so if ${name}, and can be started again`, async () => {
    let first = true;
    const serveOnce = (response, wasm) => {
      if (!first) return as("application/wasm")(response, wasm);
      first = false;
      serve(response, wasm);
    };
    const failure = await inPage({ serve: serveOnce }, async ({ init }, _, told) => {
      const failure = await init().then(() => undefined, told);
      await init();
      return failure;
    });
    assert.equal(failure.name, "HighLevelError");
    assert.equal(failure.code, code);
    assert.match(failure.message, message);
  });
}

test("finds the engine where Vite has put it, without a configuration", async () => {
  await writeFile(join(folder, "index.html"), '<!doctype html><script type="module" src="page.js"></script>');
  await writeFile(join(folder, "page.js"), 'globalThis.entry = import("ghl-users/web");');
  await build({ root: folder, configFile: false, logLevel: "warn" });
  const { given, userCount } = await account();
  const page = { site: join(folder, "dist"), entry: "globalThis.entry" };
  assert.deepEqual(await inPage(page, count, given), { count: userCount, streamed: true });
});

test("takes the URL of a file that a bundler has put elsewhere", async () => {
  const failure = await inPage({}, ({ init }, _, told) => init("/assets/engine.wasm").catch(told));
  assert.deepEqual([failure.code, failure.status], ["unexpected_response", 404]);
  await inPage({}, ({ init }) => init("/ghl_users_bg.wasm"));
  assert.equal(downloads, 1);
});

test("works under a policy that allows WebAssembly, and says so under one that does not", async () => {
  const { given, userCount } = await account();
  const connect = `default-src 'self'; connect-src 'self' ${SANDBOX_URL}`;
  const allowed = `${connect}; script-src 'self' 'wasm-unsafe-eval'`;
  assert.equal((await inPage({ csp: allowed }, count, given)).count, userCount);
  const failure = await inPage({ csp: connect }, ({ init }, _, told) => init().catch(told));
  assert.equal(failure.code, "invalid_config");
  assert.match(failure.message, /cannot start: .*(Content Security Policy|unsafe-eval)/);
});
