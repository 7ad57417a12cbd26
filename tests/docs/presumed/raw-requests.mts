import { HighLevel } from "ghl-users";
import { companyId, token } from "./sandbox.mjs";

export { companyId, locationId, userId } from "./sandbox.mjs";

export const ghl: HighLevel = new HighLevel({ token, companyId });
export const contactId: string = "c1";
export const messageId: string = "m1";
