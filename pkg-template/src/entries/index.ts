import { ENGINE } from "../client/engine.js";
import wasm from "./ghl_users_bg.wasm";

export * from "../client/api.js";

// The build decides what this import is: bytes inside index.js and index.cjs, the runtime's own module in workerd.js.
ENGINE.bundled = wasm;
