import { HighLevel } from "ghl-users";
import { companyId, token } from "./sandbox.mjs";

export { ids, userId } from "./sandbox.mjs";

export const ghl: HighLevel = new HighLevel({ token, companyId });
