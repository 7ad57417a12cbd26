export { companyId, token, userId } from "./sandbox.mjs";
