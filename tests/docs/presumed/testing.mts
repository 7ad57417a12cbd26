import { HighLevel } from "ghl-users";
import { companyId, sandbox, token } from "./sandbox.mjs";

export { sandbox, userId } from "./sandbox.mjs";

export const ghl: HighLevel = new HighLevel({ baseUrl: sandbox, token, companyId });
