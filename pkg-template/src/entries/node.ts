/** What lives in Node, and in what has its files: a store in a file. No WebAssembly. */
export { HighLevelError, isHighLevelError } from "../common/error.js";
export type { HighLevelErrorFields, HighLevelErrorJson } from "../common/error.js";
export type { ErrorCode } from "../generated/errors/code.js";
export { fileState } from "../node/file.js";
export type { Store, Stored } from "../store/store.js";
