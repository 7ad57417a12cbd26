// jsdom with those of Node's globals that it lacks, and with the signals that Node's fetch takes.
const { TestEnvironment } = require("jest-environment-jsdom");

module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup();
    Object.assign(this.global, { TextDecoder, TextEncoder, AbortController, AbortSignal, fetch, Request, Response, Headers });
    // For `createSandbox`: jsdom has none.
    this.global.ReadableStream = ReadableStream;
    // For `signed`: jsdom's own has no `subtle`, and cannot be assigned.
    Object.defineProperty(this.global, "crypto", { value: crypto });
  }
};
