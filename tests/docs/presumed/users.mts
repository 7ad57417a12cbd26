import { HighLevel, type User } from "ghl-users";
import { companyId, token } from "./sandbox.mjs";

export { email as wanted, locationId, newLocationId, userId } from "./sandbox.mjs";

export const ghl: HighLevel = new HighLevel({ token, companyId });
export async function save(users: User[]): Promise<void> {}
