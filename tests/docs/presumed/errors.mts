import { HighLevel, type UserCreateParams } from "ghl-users";
import { companyId, email, locationId, token } from "./sandbox.mjs";

export const ghl: HighLevel = new HighLevel({ token, companyId });

/** Somebody whose address is taken. */
export const person: UserCreateParams = {
  firstName: "New",
  lastName: "Colleague",
  email,
  type: "account",
  role: "user",
  locationIds: [locationId],
};
export function show(messages: readonly string[] | undefined): void {}
