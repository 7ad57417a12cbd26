import { SANDBOX } from "../sandbox/engine.js";
import wasm from "./ghl_users_sandbox_bg.wasm";

export * from "../sandbox/api.js";

// The build decides what this import is: bytes inside sandbox.js and its kin, the runtime's own module in those for Workers.
SANDBOX.bundled = wasm;
