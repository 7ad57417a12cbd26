import { profileIds as profiles } from "./sandbox.mjs";

export { locationId, locationToken as token } from "./sandbox.mjs";

export const profileIds: string[] = profiles;
