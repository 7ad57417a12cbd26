/**
 * As much of Node as the command touches. Node's whole types would be global, and all that is meant for pages and Workers could
 * use what those do not have.
 */
declare module "node:process" {
  interface Output {
    write(text: string): boolean;
    on(event: "error", listener: (error: Error & { readonly code?: string }) => void): void;
  }

  const process: {
    readonly argv: readonly string[];
    readonly platform: string;
    readonly stdout: Output;
    readonly stderr: Output;
    exitCode?: number;
    once(event: "SIGINT" | "SIGTERM", listener: () => void): void;
  };
  export default process;
}

declare module "node:util" {
  type Token =
    | {
        readonly kind: "option";
        readonly name: string;
        readonly rawName: string;
        readonly value: string | undefined;
        readonly inlineValue: boolean | undefined;
      }
    | { readonly kind: "positional"; readonly value: string }
    | { readonly kind: "option-terminator" };

  function parseArgs(config: {
    readonly args: readonly string[];
    readonly options: Readonly<Record<string, { readonly type: "string" | "boolean"; readonly short?: string }>>;
    readonly strict: false;
    readonly allowPositionals: true;
    readonly tokens: true;
  }): { readonly tokens: readonly Token[] };
}

declare module "node:http" {
  interface Socket {
    destroy(): void;
  }

  interface IncomingMessage extends AsyncIterable<Uint8Array<ArrayBuffer>> {
    readonly method: string;
    readonly url: string;
    /** Names and values, by turns. */
    readonly rawHeaders: readonly string[];
    readonly socket: Socket;
  }

  interface ServerResponse {
    readonly destroyed: boolean;
    readonly socket: Socket | null;
    writeHead(status: number, headers: readonly string[]): void;
    flushHeaders(): void;
    write(bytes: Uint8Array, then: () => void): boolean;
    end(): void;
    once(event: "close", listener: () => void): void;
    off(event: "close", listener: () => void): void;
  }

  interface Server {
    keepAliveTimeout: number;
    listen(port: number, host: string): void;
    address(): { readonly port: number };
    once(event: "listening", listener: () => void): void;
    once(event: "error", listener: (error: Error & { readonly code?: string }) => void): void;
    close(then: () => void): void;
    closeAllConnections(): void;
  }

  function createServer(
    options: { readonly maxHeaderSize: number },
    listener: (message: IncomingMessage, reply: ServerResponse) => void,
  ): Server;
}
