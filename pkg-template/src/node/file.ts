import { readFile, realpath } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { failure, type HighLevelError, isHighLevelError } from "../common/error.js";
import { check, NAME, required, TEXT } from "../common/fields.js";
import { parsed, textOf } from "../store/json.js";
import type { Store, Stored } from "../store/store.js";
import { inTurn } from "../store/turns.js";
import { entriesIn, textWith } from "./format.js";
import { FileLock } from "./lock.js";
import { codeOf, ifThere } from "./passing.js";

/**
 * A store in one file of JSON, for values that are JSON: for scripts, and for all processes that share the folder. The file
 * is written whole and renamed into place, so that a process that dies leaves the one from before. Only its owner can read
 * it; what is in it is not encrypted.
 *
 * While one process works (`exclusively`), others wait for as long as that one lives. If it dies, they notice within ten
 * seconds. Beside the file lie others for a moment, with its name and `.lock`.
 *
 * @param path - The file. Its folder has to be there.
 * @throws {HighLevelError} `invalid_config` if `path` is no text. The store's methods throw `store_failed`, naming the file
 *   and showing nothing of it, if it cannot be read or written, or if something else has written it: then it stays as it is;
 *   `invalid_input` for a key of more than 512 characters, or a value that is none of JSON.
 */
export function fileState<Value = any>(path: string): Store<Value> {
  check("invalid_config", "fileState", { path }, { path: required(TEXT) });
  const given = resolve(path);
  const caller = `fileState(${JSON.stringify(given)})`;
  const writers = inTurn();
  const workers = inTurn();

  const wrong = (reason: string, cause: unknown): HighLevelError =>
    isHighLevelError(cause) ? cause : failure("store_failed", caller, `${reason}: ${codeOf(cause) ?? String(cause)}`, cause);
  const trying = async <T>(reason: string, work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (cause) {
      throw wrong(reason, cause);
    }
  };

  /** Where the file is, behind all links: or a new one would take the place of a link. */
  const located = (): Promise<string> =>
    trying("its folder is not there, or cannot be used", async () => {
      const folder = await realpath(dirname(given));
      return (await ifThere(() => realpath(given))) ?? join(folder, basename(given));
    });

  const read = async (file: string): Promise<Map<string, Stored<unknown>>> => {
    const text = await trying("it cannot be read", () => ifThere(() => readFile(file, "utf8")));
    return text === undefined ? new Map() : entriesIn(caller, parsed(caller, text));
  };

  const write = async (key: string, json: string, version: string | undefined): Promise<string | undefined> => {
    const file = await located();
    return trying("it cannot be written", async () => {
      const lock = await FileLock.take(`${file}.lock`);
      try {
        const entries = await read(file);
        if (entries.get(key)?.version !== version) return undefined;
        const next = crypto.randomUUID();
        entries.set(key, { value: JSON.parse(json), version: next });
        await lock.replace(file, textWith(entries));
        return next;
      } finally {
        await lock.release();
      }
    });
  };

  return {
    async get(key) {
      check("invalid_input", caller, { key }, { key: NAME });
      const entries = await read(await located());
      return entries.get(key) as Stored<Value> | undefined;
    },

    async set(key, value, version) {
      check("invalid_input", caller, { key }, { key: NAME });
      // Now, since the caller may change the value meanwhile.
      const json = textOf(caller, value);
      return writers("", () => write(key, json, version));
    },

    async exclusively(key, work) {
      check("invalid_input", caller, { key }, { key: NAME });
      return workers(key, async () => {
        const file = await located();
        const name = await shortened(key);
        const lock = await trying("it gives no turn", () => FileLock.take(`${file}.${name}.lock`));
        try {
          return await work();
        } finally {
          await trying("a turn in it does not end", () => lock.release());
        }
      });
    },
  };
}

/** A key as a part of a file's name: it may have any character, and the case of letters tells keys apart. */
async function shortened(key: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(key));
  return Array.from(new Uint8Array(digest, 0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
