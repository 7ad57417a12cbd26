// What a TypeScript user writes. Every line but those after `@ts-expect-error` must compile, and those must not.

import {
  ApiPromise,
  HighLevel,
  HighLevelError,
  isHighLevelError,
  PagePromise,
  type Api,
  type CallOptions,
  type ErrorCode,
  type Logger,
  type RateLimit,
  type RateLimitEvent,
  type RequestEvent,
  type ResponseEvent,
  type RetryEvent,
  type User,
  type UserCreateParams,
  type UserPage,
  type Users,
} from "ghl-users";
import { HighLevel as SlimHighLevel, init, initSync, type WasmSource } from "ghl-users/slim";

export * from "./server.mjs";

const v1 = new HighLevel({ api: "v1", token: async () => "key" });
const v2 = new HighLevel({ token: "pit", companyId: "c1" });
const v3 = new HighLevel({ api: "v3", token: () => "pit", locationId: undefined });

/** The type of a client follows its `api`. */
export async function versions(): Promise<User | null> {
  const clients: [HighLevel<"v1">, HighLevel, HighLevel<"v2">, HighLevel<"v3">] = [v1, v2, v2, v3];
  await v1.users.lookup("jo@example.com");
  await v1.users.listOwnLocation();
  await v1.users.list();
  await v2.users.list({ locationId: "l1" });
  // @ts-expect-error lookup is v1's
  v2.users.lookup("jo@example.com");
  // @ts-expect-error so is listOwnLocation
  v3.users.listOwnLocation();
  // @ts-expect-error v1 cannot search
  v1.users.search({ query: "jo" });
  // @ts-expect-error nor filter
  v1.users.filterByEmail({ emails: [] });
  // @ts-expect-error v3 has no list
  v3.users.list({ locationId: "l1" });
  // @ts-expect-error a client of one version is not one of another
  const other: HighLevel<"v3"> = v2;
  // @ts-expect-error there is no v4
  new HighLevel({ api: "v4" });
  const wide = new HighLevel({ api: "v2" as Api });
  await wide.users.get("u1");
  return findIn(clients[0]) ?? findIn(wide) ?? findIn(other);
}

function findIn<A extends Api>({ users }: { users: Users<A> }): Promise<User | null> {
  return users.findByEmail("jo@example.com");
}

/** Options, and what they are not. */
export function options(): void {
  new HighLevel({});
  new HighLevel({ baseUrl: "https://gateway.example.com", dangerouslyAllowBrowser: true, fetch });
  new HighLevel({ fetch: async (url: string, request: RequestInit) => fetch(url, request) });
  // @ts-expect-error misspelt
  new HighLevel({ tokn: "pit" });
  // @ts-expect-error not a string
  new HighLevel({ token: 5 });
  // @ts-expect-error an empty token is not left out by null
  new HighLevel({ token: null });
  const call: CallOptions = { signal: new AbortController().signal };
  v2.users.get("u1", call);
  // @ts-expect-error unknown option of a call
  v2.users.get("u1", { abort: true });
}

/** Numbers and arrays where the wire wants strings and comma lists. */
export async function reading(): Promise<number> {
  const page: UserPage = await v2.users.search({ limit: 25, skip: "50", ids: ["u1", "u2"], enabled2waySync: true });
  await v3.users.search();
  await v2.users.search({ ids: "u1,u2", role: "admin", type: undefined });
  await v2.users.filterByEmail({ emails: ["a@b.c"] as const, projection: "all", limit: 5 });
  await v3.users.filterByEmail({ emails: "a@b.c", deleted: false });
  // @ts-expect-error misspelt
  v2.users.search({ locationIDs: "l1" });
  // @ts-expect-error not a role
  v2.users.search({ role: "owner" });
  // @ts-expect-error a boolean, not its word
  v2.users.search({ enabled2waySync: "true" });
  // @ts-expect-error emails are what it filters by
  v2.users.filterByEmail({ limit: 5 });
  // @ts-expect-error no id
  v2.users.get();
  return page.users.length + (page.count ?? 0);
}

const person = {
  firstName: "Nova",
  lastName: "Quist",
  email: "nova@example.com",
  type: "account",
  role: "user",
  locationIds: ["l1"],
} as const;

/** Creating: every required field, and only documented permissions. */
export async function creating(): Promise<User> {
  const typed: UserCreateParams = { ...person, permissions: { campaignsEnabled: false } };
  await v1.users.create({ ...person, permissions: { campaignsEnabled: false } });
  await v2.users.create({ ...typed, scopes: ["contacts.write", "some/new.scope"], platformLanguage: "de" });
  const { email, ...withoutEmail } = person;
  // @ts-expect-error email is missing
  v2.users.create({ ...withoutEmail, phone: email });
  // @ts-expect-error misspelt
  v2.users.create({ ...person, firstname: "Nova" });
  // @ts-expect-error not a type
  v2.users.create({ ...person, type: "employee" });
  // @ts-expect-error not a boolean
  v2.users.create({ ...person, permissions: { campaignsEnabled: "yes" } });
  await v2.users.create({ ...person, permissions: { gokollabEnabled: true, someday: false } });
  await v1.users.create({ ...person, permissions: { botService: true } });
  await v2.users.create({ ...person, externalUserId: "okta|1" }, { extra: { someField: ["new"] } });
  // @ts-expect-error v1 has no externalUserId
  v1.users.create({ ...person, externalUserId: "okta|1" });
  // @ts-expect-error v1 has no scopes
  v1.users.create({ ...person, scopes: [] });
  return v3.users.create(typed);
}

/** Updating: parts in v2 and v3, a whole user in v1; permissions as they were read, and unknown ones too. */
export async function updating(user: User): Promise<User> {
  await v2.users.update(user.id, { permissions: { ...user.permissions, campaignsEnabled: false } });
  await v3.users.update(user.id, { permissions: { certificatesEnabled: true } });
  await v2.users.update(user.id, { locationIds: user.roles?.locationIds, twilioPhone: {}, scopes: [] });
  await v3.users.update(user.id, { externalUserId: "okta|2" });
  // @ts-expect-error not a text
  v2.users.update(user.id, { externalUserId: 1 });
  // @ts-expect-error not an object
  v2.users.update(user.id, {}, { extra: "someField" });
  // @ts-expect-error not a boolean
  v2.users.update(user.id, { permissions: { campaignsEnabled: "yes" } });
  // @ts-expect-error nor is an unknown one
  v2.users.update(user.id, { permissions: { certificatesEnabled: "yes" } });
  // @ts-expect-error not a language code in a list
  v2.users.update(user.id, { platformLanguage: ["de"] });
  // @ts-expect-error v1 wants the whole user
  v1.users.update(user.id, { firstName: "Nova" });
  return v1.users.update(user.id, { ...person, permissions: { ...user.permissions, campaignsEnabled: false } });
}

/** What comes back: a promise with more. */
export async function results(): Promise<boolean> {
  const call: ApiPromise<User> = v2.users.get("u1");
  const plain: Promise<User> = call;
  const { data, response }: { data: User; response: Response } = await call.withResponse();
  const { succeeded, message }: { succeeded: boolean; message?: string } = await v1.users.delete("u1");
  // @ts-expect-error a string for a date
  const added: Date | undefined = data.dateAdded;
  return succeeded && response.ok && (await plain).id === message && added === undefined;
}

/** Every page: users one by one, page by page, or all at once. */
export async function paging(): Promise<User[]> {
  const search: PagePromise<UserPage, User> = v2.users.search({ query: "jo" }, { timeoutMs: 5_000 });
  const page: ApiPromise<UserPage> = search;
  for await (const user of v2.users.search()) {
    const found: User = user;
    if (found.id === "u1") break;
  }
  for await (const { users, count } of v3.users.filterByEmail({ emails: "a@b.c" }).pages()) {
    const found: [User[], number | undefined] = [users, count];
    if (found[0].length > 0) break;
  }
  for await (const { email } of v2.request("users.search", {})) if (email === undefined) break;
  // @ts-expect-error a user is no string
  for await (const user of search) user.toUpperCase();
  // @ts-expect-error one user has no pages
  for await (const user of v2.users.get("u1")) user.id;
  // @ts-expect-error nor has what is sent by its id
  for await (const user of v2.request("users.get", { userId: "u1" })) user.id;
  // @ts-expect-error a whole list has no pages
  v2.users.list({ locationId: "l1" }).pages();
  // @ts-expect-error not a number
  search.all({ max: "5" });
  // @ts-expect-error misspelt
  search.all({ maximum: 5 });
  const some = await v2.users.search().all({ max: 10 });
  return (await page).count === some.length ? some : search.all();
}

/** Hooks, loggers and the rate limit. */
export function watching(): RateLimit {
  const seen: (RequestEvent | ResponseEvent | RetryEvent | RateLimitEvent)[] = [];
  const logger: Logger = { debug() {}, info() {}, warn() {}, error: (line: string) => void line };
  new HighLevel({ logger, logLevel: "debug", validate: "warn" });
  const client = new HighLevel({
    logger: console,
    logLevel: "info",
    validate: "strict",
    timeoutMs: 10_000,
    maxRetries: 5,
    retryPostAfter429: false,
    rateLimit: { requests: 20, perMs: 10_000 },
    maxResponseBytes: 1_000_000,
    onRequest: (event) => void seen.push(event),
    onResponse: async ({ operation, attempt, status, durationMs }) => void [operation, attempt, status + durationMs],
    onRetry: ({ code, status, waitMs }) => void [code === "server", (status ?? 0) + waitMs],
    onRateLimit: ({ rateLimit: { requests, perMs, remaining, waiting, daily } }) =>
      void [requests, perMs, remaining, waiting.toFixed(), daily?.limit, daily?.remaining.toFixed()],
  });
  new HighLevel({ rateLimit: false });
  for (const event of seen) if (event.type === "retry") event.waitMs.toFixed();
  // @ts-expect-error not a level
  new HighLevel({ logLevel: "verbose" });
  // @ts-expect-error not a setting
  new HighLevel({ validate: true });
  // @ts-expect-error not a logger
  new HighLevel({ logger: console.log });
  // @ts-expect-error an event of another kind
  new HighLevel({ onRequest: (event: RetryEvent) => event });
  // @ts-expect-error it is only read
  client.rateLimit = client.rateLimit;
  // @ts-expect-error not an option of a call
  v2.users.get("u1", { validate: "strict" });
  return client.rateLimit;
}

/** Any operation by its id. */
export function operations(): ApiPromise<User> {
  v2.request("users.search", { limit: 5 });
  v1.request("users.listOwnLocation", undefined);
  v2.request("users.update", { userId: "u1", firstName: "Jo" }, { signal: new AbortController().signal });
  // @ts-expect-error no id
  v2.request("users.get", {});
  // @ts-expect-error v2 has no such operation
  v2.request("users.lookup", { email: "jo@example.com" });
  return v3.request("users.get", { userId: "u1" });
}

/** Failures narrow by code. */
export function failures(error: unknown): "not_found" | ErrorCode | undefined {
  if (isHighLevelError(error, "not_found")) {
    const code: "not_found" = error.code;
    return code;
  }
  if (isHighLevelError(error)) {
    const facts: [string, number | undefined, string | undefined, ...unknown[]] = [
      error.message,
      error.status,
      error.traceId,
      error.body,
      ...[error.attempts, error.retryAfterMs, error.messages?.join("; ")],
    ];
    return facts.length > 0 ? error.code : undefined;
  }
  if (error instanceof HighLevelError && error.code === "server") return error.code;
  if (error instanceof HighLevelError) {
    const again: HighLevelError = HighLevelError.from(error.toJSON());
    const beneath: ErrorCode | undefined = error.toJSON().cause?.code;
    return beneath ?? again.code;
  }
  // @ts-expect-error codes are a closed set
  isHighLevelError(error, "not-found");
  // @ts-expect-error here too
  new HighLevelError({ code: "oops", message: "" });
  return undefined;
}

/** The slim entry has the same types, and its own start. */
export async function slim(module: WasmSource): Promise<HighLevel> {
  await init(new URL("https://example.com/ghl_users_bg.wasm"));
  await init(fetch("https://example.com/ghl_users_bg.wasm"));
  await init(module);
  initSync(new Uint8Array());
  // @ts-expect-error text is no WebAssembly
  initSync("ghl_users_bg.wasm");
  // @ts-expect-error nor is a number a place to find it
  await init(5);
  return new SlimHighLevel({ token: "pit" });
}
