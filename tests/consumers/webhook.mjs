/** Deliveries as HighLevel would send them, signed by Node's crypto with keys of our own. */

import { generateKeyPairSync, sign } from "node:crypto";

export const ed25519 = generateKeyPairSync("ed25519");
export const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
export const stranger = generateKeyPairSync("ed25519");

export const pemOf = ({ publicKey }) => publicKey.export({ type: "spki", format: "pem" });
export const spkiOf = ({ publicKey }) => publicKey.export({ type: "spki", format: "der" });
/** What stands for HighLevel's own keys. */
export const KEYS = [pemOf(ed25519), pemOf(rsa)];

/** The header of a signature, and that of the older one. */
export const CURRENT = "x-ghl-signature";
export const LEGACY = "x-wh-signature";
export const signed = (body, { privateKey } = ed25519) => sign(null, Buffer.from(body), privateKey).toString("base64");
export const signedByRsa = (body) => sign("sha256", Buffer.from(body), rsa.privateKey).toString("base64");

/** The moment at which everything happens. */
export const NOW = Date.parse("2026-11-22T10:00:00.000Z");
export const USER = {
  type: "UserCreate",
  id: "u1",
  locationId: "l1",
  firstName: "Nova",
  role: "user",
  permissions: { tagsEnabled: true },
};
export const TEXT = JSON.stringify(USER);
export const GOOD = signed(TEXT);
