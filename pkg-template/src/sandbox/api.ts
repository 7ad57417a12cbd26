/** What every entry of the sandbox has. */
export { HighLevelError, isHighLevelError } from "../common/error.js";
export { createSandbox } from "./sandbox.js";
export type { SandboxClock } from "./clock.js";
export type { SandboxEvent, SandboxReceiver } from "./emit.js";
export type { Off, SandboxFault, SandboxStorm, SandboxTarget } from "./faults.js";
export type { SandboxFetch } from "./fetch.js";
export type { SandboxConfig, SandboxOptions, SandboxState } from "./options.js";
export type { SandboxRequest } from "./requests.js";
export type { Sandbox } from "./sandbox.js";
export type { SandboxOAuthChange, SandboxOAuthTally } from "./tokens.js";
export type { SandboxIds, SandboxTokens } from "./tour.js";
