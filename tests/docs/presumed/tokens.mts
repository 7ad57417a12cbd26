import { token } from "./sandbox.mjs";

export { companyId, locationToken, token as newToken } from "./sandbox.mjs";

export const current = async (): Promise<string> => token;
export const renewed = async (rejected: string): Promise<string> => token;
