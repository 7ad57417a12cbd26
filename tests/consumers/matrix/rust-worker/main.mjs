// What worker-build would write: it starts the compiled crate and hands requests to it.
import * as glue from "./build/consumer_bg.js";
import wasm from "./build/consumer_bg.wasm";
import snippets from "./build/snippets.js";

const { exports } = new WebAssembly.Instance(wasm, { "./consumer_bg.js": glue, ...snippets });
glue.__wbg_set_wasm(exports);
exports.__wbindgen_start();

export default { fetch: glue.fetch };
