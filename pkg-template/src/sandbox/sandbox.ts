import { command, openEngine } from "./engine.js";

/** How a sandbox begins. */
export interface SandboxOptions {
  /** What there is at the start. Default: `agency`. */
  readonly start?: "agency" | "large" | "messy" | "empty" | undefined;
}

/** HighLevel in memory. */
export interface Sandbox {
  /** Answers as HighLevel does. */
  readonly fetch: typeof globalThis.fetch;
}

/** Makes a sandbox: HighLevel in memory, as a `fetch`. */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const engine = openEngine(options);
  return {
    async fetch(input, init) {
      const request = new Request(input, init);
      const { pathname, search } = new URL(request.url);
      const head = JSON.stringify({ method: request.method, url: pathname + search, headers: Array.from(request.headers as unknown as Iterable<[string, string]>) });
      const answer = engine.send(head, new Uint8Array(await request.arrayBuffer()), Date.now());
      const { status, headers } = JSON.parse(answer.head) as { status: number; headers: [string, string][] };
      return new Response(answer.takeBody(), { status, headers });
    },
  };
}

export { command };
