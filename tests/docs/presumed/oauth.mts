import { memoryStore, type TokenStore } from "ghl-users/server";
import { agencyCode, sandbox } from "./sandbox.mjs";

export { appId, clientId, clientSecret, companyId, locationId } from "./sandbox.mjs";

export const redirectUri: string = "https://app.example.com/callback";

/** The visitor's browser: it is sent away with a state, and comes back with it and a code. */
export const cookie: { state?: string | undefined } = {};
export const query = { code: agencyCode, state: "" };
export function redirect(url: string): void {
  query.state = new URL(url).searchParams.get("state") ?? "";
  cookie.state = query.state;
}

export const store: TokenStore = memoryStore();

const order = { method: "POST", body: JSON.stringify({ authorize: {} }) };
const { code } = await (await fetch(`${sandbox}/__sandbox/oauth`, order)).json();
export const newCode: string = code;
