/** What signs requests for a gateway of one's own. No WebAssembly. */
export { HighLevelError, isHighLevelError } from "../common/error.js";
export type { HighLevelErrorFields, HighLevelErrorJson } from "../common/error.js";
export type { ErrorCode } from "../generated/errors/code.js";
export { signed } from "../signing/signed.js";
export type { SignedFetch, SigningOptions } from "../signing/signed.js";
