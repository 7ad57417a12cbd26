// What a TypeScript user of the server's entry writes: a Worker, or a handler of Node.

import { HighLevelError as OfTheClient } from "ghl-users";
import {
  decryptSso,
  HighLevelError,
  isHighLevelError,
  isUserEvent,
  verifyWebhook,
  type OtherEvent,
  type SsoUser,
  type UserEvent,
  type WebhookEvent,
  type WebhookHeaderRecord,
  type WebhookOptions,
} from "ghl-users/server";

/** A fetch handler. */
export async function hook(request: Request): Promise<Response> {
  try {
    return new Response(said(await verifyWebhook(request)));
  } catch (error) {
    if (isHighLevelError(error, "network")) return new Response(error.message, { status: 400 });
    const same: OfTheClient | HighLevelError = error as HighLevelError;
    throw same;
  }
}

function said(event: WebhookEvent): string {
  if (!isUserEvent(event)) return event.type;
  // @ts-expect-error one of three
  if (event.type === "user.created") return "";
  // @ts-expect-error a user belongs to a location or to an agency
  const nowhere: string = event.locationId;
  // @ts-expect-error what an event says is not to be changed
  event.id = nowhere;
  const { id, email, permissions, raw, later }: UserEvent & { readonly later?: unknown } = event;
  const where: string = event.companyId === undefined ? event.locationId : event.locations.join();
  return event.type === "UserDelete" ? gone(event) : `${id}${email}${permissions?.tagsEnabled}${raw.type}${later}${where}`;
}

const gone = (event: UserEvent<"UserDelete">): "UserDelete" => event.type;

/** `CryptoKey`, whose name not every runtime's types have. */
type Key = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

/** A framework with raw bodies, and headers as Node has them. */
export async function raw(body: Uint8Array, headers: WebhookHeaderRecord, key: Key): Promise<OtherEvent | UserEvent> {
  const seen = new Set<string>();
  const options: WebhookOptions = {
    publicKeys: ["-----BEGIN PUBLIC KEY-----", key] as const,
    allowLegacySignature: true,
    toleranceMs: Infinity,
    seen: async (id) => seen.has(id),
    now: Date.now,
  };
  await verifyWebhook({ body: "{}", headers: { "x-ghl-signature": ["a"], host: undefined } }, { seen: (id) => id === "" });
  await verifyWebhook({ body: new ArrayBuffer(0), headers: new Headers() }, { publicKeys: undefined });
  // @ts-expect-error a parsed body cannot be verified
  await verifyWebhook({ body: { type: "UserCreate" }, headers });
  // @ts-expect-error the headers are missing
  await verifyWebhook({ body });
  // @ts-expect-error misspelt
  await verifyWebhook({ body, headers }, { tolerance: 5 });
  // @ts-expect-error no public key
  await verifyWebhook({ body, headers }, { publicKeys: [5] });
  // @ts-expect-error no answer
  await verifyWebhook({ body, headers }, { seen: async () => {} });
  return verifyWebhook({ body, headers }, options);
}

/** A custom page's user. */
export async function sso(payload: string): Promise<SsoUser> {
  const user = await decryptSso(payload, "secret");
  const location: string | null | undefined = user.activeLocation;
  // @ts-expect-error not documented, so not known to be text
  const later: string = user.later;
  // @ts-expect-error the secret is missing
  await decryptSso(location ?? later);
  return user.role === "admin" ? user : { ...user, role: "other" };
}
