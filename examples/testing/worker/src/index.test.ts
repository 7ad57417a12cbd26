import { createSandbox } from "ghl-users/sandbox";
import { beforeEach, expect, test, vi } from "vitest";
import worker, { type Env } from "./index.js";

const box = createSandbox();
const env: Env = {
  HIGHLEVEL_TOKEN: box.tokens.agency,
  HIGHLEVEL_COMPANY_ID: box.ids.companyId,
  WEBHOOK_KEY: box.publicKeys.ed25519,
};

beforeEach(() => {
  box.reset();
  vi.stubGlobal("fetch", box.fetch);
});

const colleague = { firstName: "New", lastName: "Colleague", email: "new@example.com", locationId: box.ids.locationId };

/** What Cloudflare has to say of a request. */
type Incoming = IncomingRequestCfProperties;

/** Calls the Worker, with what `fetch` takes or with a request for elsewhere. */
const call = (path: string, init: object) =>
  worker.fetch(new Request<unknown, Incoming>(`https://worker.example${path}`, init as RequestInit<Incoming>), env);

/** Takes a colleague in, and gives the status. */
const take = async (person: object) =>
  (await call("/colleagues", { method: "POST", body: JSON.stringify(person) })).status;

/** How often the sandbox was asked to create somebody. */
const creations = () => box.requests.filter(({ operation }) => operation === "users.create").length;

test("takes a colleague in, once", async () => {
  expect(await take(colleague)).toBe(201);
  expect(await take(colleague)).toBe(200);
  expect(creations()).toBe(1);
  expect(box.unmatched).toEqual([]);
});

test("makes nobody twice when HighLevel's answer is lost", async () => {
  box.fault({ drop: "answer", only: { operation: "users.create" } });
  expect(await take(colleague)).toBe(502);
  expect(await take(colleague)).toBe(200);
  expect(creations()).toBe(1);
});

test("says which field is wrong, and asks HighLevel nothing", async () => {
  expect(await take({ ...colleague, email: 7 })).toBe(400);
  expect(box.requests).toEqual([]);
});

test("hears of users that changed, and believes nobody else", async () => {
  const answer = await box.emit({ type: "UserUpdate", user: { id: "u1" } }, (request) => call("/webhook", request));
  expect(await answer.text()).toBe("heard of UserUpdate");
  const forged = await call("/webhook", { method: "POST", body: '{"type":"UserUpdate"}' });
  expect(forged.status).toBe(400);
});
