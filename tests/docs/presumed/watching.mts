export { companyId, token, userId } from "./sandbox.mjs";

export const metrics = { record(operation: string, status: number, durationMs: number): void {} };
