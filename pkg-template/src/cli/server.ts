import { createServer } from "node:http";
import { exchange, type Answering } from "./exchange.js";
import { Refusal } from "./refusal.js";

/** A server that listens. */
export interface Listening {
  /** Where, without a slash at the end. */
  readonly url: string;
  /** Closes every connection, and no longer listens. */
  close(): Promise<void>;
}

/** Programs and pages of this machine alone come here. */
const HOST = "127.0.0.1";
/** As much as the longest tokens and queries of tests take; Node's own 16 KB are less than a server has to expect. */
const MAX_HEADERS = 256 * 1024;

/**
 * Serves what `answering` answers on a port of 127.0.0.1, or on a free one if it is 0. Connections stay open until one of the
 * two ends closes them. `fail` hears of what should not have happened.
 *
 * @throws {Refusal} `port_unavailable`.
 */
export function serve(answering: Answering, port: number, fail: (cause: unknown) => void): Promise<Listening> {
  let url = "";
  const calls = new WeakMap<object, number>();
  const server = createServer({ maxHeaderSize: MAX_HEADERS }, (message, reply) => {
    const connectionCall = (calls.get(message.socket) ?? 0) + 1;
    calls.set(message.socket, connectionCall);
    exchange(answering, url, { connectionCall }, message, reply).catch(fail);
  });
  // A client that reuses a connection must not meet one that is about to close.
  server.keepAliveTimeout = 0;
  return new Promise((resolve, reject) => {
    server.once("error", ({ code, message }) => reject(new Refusal("port_unavailable", wordsFor(port, code, message))));
    server.once("listening", () => {
      url = `http://${HOST}:${server.address().port}`;
      const close = (): Promise<void> =>
        new Promise((closed) => {
          server.close(closed);
          server.closeAllConnections();
        });
      resolve({ url, close });
    });
    server.listen(port, HOST);
  });
}

function wordsFor(port: number, code: string | undefined, message: string): string {
  if (code === "EADDRINUSE") return `port ${port} is in use: give another one with --port, or --port 0 for any free one`;
  if (code === "EACCES") return `port ${port} is not yours to listen on: give one from 1024 with --port, or --port 0 for any free one`;
  return `port ${port} cannot be listened on: ${message}`;
}
