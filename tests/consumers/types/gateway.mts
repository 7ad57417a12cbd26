// What a TypeScript user of the gateway writes: a Worker, and a client that signs.

import { HighLevel } from "ghl-users";
import { signed, type SignedFetch, type SigningOptions } from "ghl-users/signing";
import {
  createGateway,
  durableReplays,
  type Gateway,
  type GatewayCall,
  type GatewayCaller,
  type GatewayKey,
  type GatewayOptions,
  type GatewayRefusal,
  type GatewayReplays,
  type OperationId,
  ReplayGuard,
} from "ghl-users/workers";

export { ReplayGuard };

interface Env {
  TOKEN: string;
  SECRET: string;
  REPLAYS: DurableObjectNamespace<ReplayGuard>;
}

const list: readonly OperationId[] = ["users.get", "users.lookup"];
// @ts-expect-error no such operation
const wrong: OperationId = "users.remove";

export default createGateway<Env>(({ TOKEN, SECRET, REPLAYS }) => ({
  token: async (why) => (why?.rejected === TOKEN ? "another" : TOKEN),
  callers: { server: { secret: SECRET, operations: ["users.search"], companyId: "c1", locationId: undefined } },
  replays: durableReplays(REPLAYS, "gateway"),
  authorize: ({ caller, keyId, operation, params, body }) =>
    caller.operations.includes(operation) &&
    keyId !== undefined &&
    params["userId"] !== "" &&
    body?.["role"] !== "admin",
  onRefusal: ({ status, message, detail, keyId, operation }) => console.log(status, message, detail, keyId, operation),
})) satisfies ExportedHandler<Env>;

/** A caller with more than the gateway asks for. */
interface Visitor extends GatewayCaller {
  readonly name: string;
}

const options: GatewayOptions<Visitor> = {
  token: "t",
  authenticate: (request) => (request.headers.has("cookie") ? { operations: list, name: wrong } : undefined),
  authorize: ({ caller }: GatewayCall<Visitor | GatewayCaller>) => "name" in caller && caller.name !== "",
  origins: ["https://app.example"],
};
export const gateway: Gateway = createGateway(options);

// What remembers nonces alone, as before; and what remembers creations, too.
export const simple: GatewayReplays = { seen: async (id: string) => id === "" };
export const full: GatewayReplays = {
  seen: async (id, keepMs) => id.length > keepMs,
  begin: async () => undefined,
  end: async (id, outcome: string | undefined, keepMs: number) => console.log(id, outcome, keepMs),
};
createGateway({ ...options, replays: simple });

// @ts-expect-error the token is missing
createGateway({ authenticate: () => undefined });
// @ts-expect-error misspelt
createGateway({ token: "t", authenticate: () => undefined, origin: [] });
// @ts-expect-error no secret
export const key: GatewayKey = { operations: [] };
// @ts-expect-error what is told is not to be changed
export const hide = (refusal: GatewayRefusal) => (refusal.message = "");

const sign: SignedFetch = signed({ keyId: "server", secret: "s" } satisfies SigningOptions);
export const signing = new HighLevel({ baseUrl: "https://gateway.example", fetch: sign });
export const answer: Promise<Response> = sign(new Request("https://gateway.example"), { method: "PUT", body: "{}" });
sign(new URL("https://gateway.example"));
signed({ keyId: "server", secret: "s", fetch: (url, init) => fetch(url, { ...init, redirect: "manual" }) });
signed({ keyId: "server", secret: "s", fetch: sign });
signed({ keyId: "server", secret: "s", fetch });
// @ts-expect-error half a key
signed({ keyId: "server" });
// @ts-expect-error misspelt
signed({ keyId: "server", secret: "s", keyID: "server" });
// @ts-expect-error no option of a client's
new HighLevel({ baseUrl: "https://gateway.example", signing: { keyId: "server", secret: "s" } });
