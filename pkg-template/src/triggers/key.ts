import type { WebhookEvent } from "../webhooks/event.js";
import type { Change } from "./entry.js";
import { momentOf } from "./moment.js";

/**
 * What a change is known by, wherever one learns of it. A change of an item that is there is known by its date, too; and what
 * has been before, such as a slot that is free again, by how often.
 */
export function keyOf(noun: string, id: string, change: Change, at: string | number | undefined, turn = 0): string {
  return [noun, id, change, ...(change === "changed" ? [at] : []), ...(turn > 0 ? [turn] : [])].join(":");
}

/** What a webhook's last word means. */
const CHANGES: Readonly<Record<string, Change>> = { Create: "added", Update: "changed", Complete: "changed", Delete: "removed" };

/**
 * The key of a webhook's event: that of the same event as a trigger tells it, so that both can feed one handler.
 *
 * @param event - What `verifyWebhook` of `ghl-users/server` gives.
 * @returns Nothing for an event that no trigger tells, and for a change without its date, as most of HighLevel's are.
 */
export function eventKey(event: WebhookEvent): string | undefined {
  const { type } = event;
  const [, noun, verb = ""] = /^(?:In|Out)bound(Message)$/.exec(type) ?? /^([A-Z][a-z]+)\w*?(Create|Update|Complete|Delete)d?$/.exec(type) ?? [];
  if (noun === undefined) return undefined;
  const item = Object(event.appointment ?? event) as WebhookEvent;
  const id = item.id ?? item.messageId;
  const change = CHANGES[verb] ?? "added";
  const at = momentOf(item.dateUpdated ?? item.updatedAt);
  if (typeof id !== "string" || (change === "changed" && at === undefined)) return undefined;
  return keyOf(noun, id, change, at);
}
