import { HighLevel } from "ghl-users";
import { createSandbox, type Sandbox } from "ghl-users/sandbox";

export { createSandbox } from "ghl-users/sandbox";
export { userId } from "./sandbox.mjs";

export const box: Sandbox = createSandbox();
export const ghl: HighLevel = new HighLevel({ token: box.tokens.agency, companyId: box.ids.companyId, fetch: box.fetch });
