/** What every entry with a client exports. */
export { HighLevel } from "./client.js";
export type { Operations, Users } from "./client.js";
export type { RawOptions, RawWord } from "./raw.js";
export { HighLevelError, isHighLevelError } from "../common/error.js";
export type { HighLevelErrorFields, HighLevelErrorJson } from "../common/error.js";
export type * from "../common/events.js";
export type { ErrorCode } from "../generated/errors/code.js";
export type { RawForm, RawMethod } from "../generated/raw.js";
export type * from "../generated/types.js";
export type { UsersOperationsV1, UsersOperationsV2, UsersOperationsV3 } from "../generated/users/operations.js";
export type * from "../generated/users/types.js";
export { PagePromise } from "../resource/pages.js";
export type { PageSource } from "../resource/pages.js";
export { ApiPromise } from "../resource/promise.js";
export type { WithResponse } from "../resource/promise.js";
