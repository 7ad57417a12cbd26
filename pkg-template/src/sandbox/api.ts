/** What every entry of the sandbox has. */
export { createSandbox } from "./sandbox.js";
export type { Sandbox, SandboxOptions } from "./sandbox.js";
