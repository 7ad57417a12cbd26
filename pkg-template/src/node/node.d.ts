/**
 * As much of Node as a store in a file touches. Node's whole types would be global, and all that is meant for pages and
 * Workers could use what those do not have.
 */
declare module "node:fs/promises" {
  interface Stats {
    readonly ino: bigint;
    readonly mtimeNs: bigint;
    readonly size: bigint;
  }

  interface FileHandle {
    close(): Promise<void>;
    stat(options: { readonly bigint: true }): Promise<Stats>;
    sync(): Promise<void>;
    utimes(accessed: number, changed: number): Promise<void>;
    writeFile(text: string): Promise<void>;
  }

  function open(path: string, flags: "wx", mode: number): Promise<FileHandle>;
  function readFile(path: string, encoding: "utf8"): Promise<string>;
  function realpath(path: string): Promise<string>;
  function rename(from: string, to: string): Promise<void>;
  function stat(path: string, options: { readonly bigint: true }): Promise<Stats>;
  function unlink(path: string): Promise<void>;
}

declare module "node:path" {
  function basename(path: string): string;
  function dirname(path: string): string;
  function join(...parts: readonly string[]): string;
  function resolve(path: string): string;
}

declare module "node:timers" {
  interface Timer {
    unref(): void;
  }

  function clearInterval(timer: Timer): void;
  function setInterval(work: () => void, everyMs: number): Timer;
}

declare module "node:timers/promises" {
  function setTimeout(ms: number): Promise<void>;
}
