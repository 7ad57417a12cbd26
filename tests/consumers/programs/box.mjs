/** A sandbox where the package is installed: gives a report of what it did there. */

import { HighLevel } from "ghl-users";
import { createSandbox } from "ghl-users/sandbox";
import { verifyWebhook } from "ghl-users/server";

const BASE = "https://services.leadconnectorhq.com";

/** What a call fails with, by its name. */
const failed = (call) => call.then(() => "nothing", (reason) => reason?.name ?? reason);

export async function report() {
  const box = createSandbox({ now: Date.UTC(2026, 10, 30, 12), latencyMs: 1 });
  const { fetch, ids, publicKeys } = box;
  const client = { token: box.tokens.agency, companyId: ids.companyId, fetch, dangerouslyAllowBrowser: true };
  const ghl = new HighLevel(client);
  const users = await ghl.users.search().all();
  const ask = (path, init) => fetch(BASE + path, init);

  box.fault({ status: 302, headers: { location: "/second#part" } });
  const second = await ask("/first");
  box.fault({ body: "0123456789", pace: { bytes: 4, everyMs: 1 } });
  const slow = await (await ask("/")).text();
  box.fault({ body: "0123456789", drop: "rest" });
  const torn = await ask("/");
  box.fault({ drop: "answer" });
  const lost = await failed(ask("/"));
  box.fault({ delayMs: 60_000 });
  const control = new AbortController();
  const ended = failed(ask("/", { signal: control.signal }));
  control.abort("enough");

  const verify = async (request) => {
    const event = await verifyWebhook(request, { publicKeys: Object.values(publicKeys), allowLegacySignature: true });
    return new Response(event.type);
  };
  const emitted = [];
  for (const legacy of [false, true]) {
    const response = await box.emit({ type: "UserUpdate", userId: users[0].id, legacy }, verify);
    emitted.push(await response.text());
  }
  const result = {
    users: users.length,
    date: second.headers.get("date"),
    second: [second.status, second.url, second.redirected, second.clone().url],
    slow,
    torn: await failed(torn.text()),
    lost,
    ended: await ended,
    emitted,
    paths: box.requests.map(({ operation, path }) => operation ?? path),
  };
  box.close();
  return { ...result, closed: await failed(ask("/")) };
}
