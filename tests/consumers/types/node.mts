// What a TypeScript user of Node's entry writes, and of stores of any value.

import { HighLevel } from "ghl-users";
import { fileState, type Store, type Stored } from "ghl-users/node";
import { memoryStore, OAuthSession, type OAuthTokens, type TokenStore } from "ghl-users/server";

interface Seen {
  readonly mark: string;
  readonly ids: readonly string[];
}

const seen: Store<Seen> = fileState("seen.json");
const numbers = memoryStore<number>();
const tokens: TokenStore = fileState("tokens.json");
const session = new OAuthSession({ clientId: "a", clientSecret: "s", resource: { companyId: "c1" }, store: fileState("t") });
new OAuthSession({ clientId: "a", clientSecret: "s", resource: { companyId: "c1" }, store: tokens });
// @ts-expect-error: what it holds are no tokens
new OAuthSession({ clientId: "a", clientSecret: "s", resource: { companyId: "c1" }, store: seen });
// @ts-expect-error: a file has a path
fileState();

export async function poll(ghl: HighLevel): Promise<string | undefined> {
  const { companyId, locationId } = ghl;
  const key: string = ["poll", companyId ?? "", locationId ?? ""].join(":");
  // @ts-expect-error: the options may have none
  const always: string = companyId;
  // @ts-expect-error: they are what they were
  ghl.locationId = always;
  const stored: Stored<Seen> | undefined = await seen.get(key);
  // @ts-expect-error: what is stored is not to be changed
  if (stored) stored.value = { mark: "", ids: [] };
  // @ts-expect-error: that is no such value
  await seen.set(key, { mark: 5 }, stored?.version);
  await numbers.set(key, 5, undefined);
  const held: OAuthTokens | undefined = (await tokens.get(key))?.value;
  const done: number | undefined = await seen.exclusively?.(key, async () => 5);
  return seen.set(key, { mark: held?.accessToken ?? String(done), ids: [await session.token()] }, stored?.version);
}
