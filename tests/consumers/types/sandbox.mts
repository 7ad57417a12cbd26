/** How a test uses the sandbox. */

import { HighLevel } from "ghl-users";
import {
  createSandbox,
  isHighLevelError,
  type Off,
  type Sandbox,
  type SandboxEvent,
  type SandboxFault,
  type SandboxIds,
  type SandboxOptions,
  type SandboxRequest,
  type SandboxState,
  type SandboxTokens,
} from "ghl-users/sandbox";
import { createSandbox as slim, init } from "ghl-users/sandbox/slim";

const options: SandboxOptions = {
  start: "messy",
  now: new Date(0),
  seed: 7,
  latencyMs: 20,
  lenient: true,
  rateLimit: { requests: 10, window: "sliding" },
  paging: { most: null, count: "page" },
  faults: [{ status: 503, times: "untilOff", only: { operation: "users.get" } }],
};
const box: Sandbox = createSandbox(options);
const ghl = new HighLevel({ token: box.tokens.agency, companyId: box.ids.companyId, fetch: box.fetch });
const users = await ghl.users.search().all();

// For whatever else takes a `fetch`.
const own: (input: string | URL, init?: RequestInit) => Promise<Response> = box.fetch;
const response: Response = await own(new URL("https://services.leadconnectorhq.com/"), { method: "POST" });

const fault: SandboxFault = { seen: "cloudflare1010", drop: "rest", pace: { bytes: 1, everyMs: 2 } };
const off: Off = box.fault(fault);
off();
const end = box.storm({ calm: 3, faults: [{ weight: 1, fault: { delayMs: 5 } }] });
end();
box.calm();

box.clock.tick(1_000);
box.clock.set(new Date());
const nowMs: number = box.clock.now();

const requests: readonly SandboxRequest[] = box.unmatched;
const operation: string | null | undefined = requests[0]?.operation;
const { code } = box.oauth({ authorize: { scopes: ["users.readonly"] } });
const refreshes: number = box.oauth().refreshes;

const event: SandboxEvent = { type: "UserUpdate", userId: users[0]?.id ?? "", legacy: true };
const answers: Response[] = [
  await box.emit(event, async (request) => new Response(await request.text())),
  await box.emit(event, new URL("http://127.0.0.1:8080/")),
];

const state: SandboxState = box.export();
const { tokens, ids }: { tokens: SandboxTokens; ids: SandboxIds } = createSandbox({ state });
box.reset({ start: "empty" });
box.close();

await init(new URL("https://example.com/ghl_users_sandbox_bg.wasm"));
const other = slim();

// @ts-expect-error: no such start
createSandbox({ start: "huge" });
box.fault({ drop: "answer", only: { fromNth: 2 } });
// @ts-expect-error: a call is counted, not named
box.fault({ drop: "answer", only: { fromNth: "second" } });
// @ts-expect-error: nothing to write to
box.requests.push();

export { answers, code, ids, isHighLevelError, nowMs, operation, other, refreshes, response, tokens };
