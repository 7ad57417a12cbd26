/** Polling triggers: what is new, what has changed, and what has gone, each told once. No WebAssembly. */
export { HighLevelError, isHighLevelError } from "../common/error.js";
export type { HighLevelErrorFields, HighLevelErrorJson } from "../common/error.js";
export type { ErrorCode } from "../generated/errors/code.js";
export type { Watched } from "../generated/triggers/operations.js";
export { memoryStore } from "../store/memory.js";
export type { Store, Stored } from "../store/store.js";
export type { PollSource } from "../triggers/custom.js";
export type { Change } from "../triggers/entry.js";
export type { Batch, TriggerEvent } from "../triggers/event.js";
export { eventKey } from "../triggers/key.js";
export type { EventsOptions, OnceOptions } from "../triggers/options.js";
export type { TriggerState } from "../triggers/pass.js";
export { poll } from "../triggers/poll.js";
export type { PollOptions } from "../triggers/poll.js";
export type { Trigger } from "../triggers/trigger.js";
