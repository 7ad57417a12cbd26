export { apiKey, companyId, email, token } from "./sandbox.mjs";
