export { companyId } from "./sandbox.mjs";
