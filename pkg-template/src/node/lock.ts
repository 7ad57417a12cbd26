import { type FileHandle, open, rename, stat, type Stats, unlink } from "node:fs/promises";
import { clearInterval, setInterval } from "node:timers";
import { setTimeout } from "node:timers/promises";
import { codeOf, ifThere, isPassing, patiently } from "./passing.js";

/** How those who wait for a lock watch it, and how its owner shows that it lives. */
export interface Watch {
  /** Passes the time between two looks. */
  readonly pause: () => Promise<void>;
  /** After so many looks at a lock that nobody has touched in between, its owner counts as gone. */
  readonly looks: number;
  /** How often an owner touches its lock, in milliseconds: several times within all these looks. */
  readonly beatMs: number;
}

/**
 * Ten seconds. Looks are counted, and no clock is asked: one may be set, others run on while the machine sleeps, and two
 * machines that share a folder have two.
 */
const WATCH: Watch = { pause: () => setTimeout(40 + Math.random() * 20), looks: 200, beatMs: 2_000 };

/** Secrets may be written into a lock before it becomes the file that it guards. */
const OWNER_ONLY = 0o600;

/**
 * A file that one process at a time can make, and that becomes the file which it guards, or goes: as Git's `index.lock`.
 *
 * What is left of an owner that died is removed by those who wait, once they have watched it long enough. One of them does:
 * whoever makes the file `….break` beside it.
 */
export class FileLock {
  readonly #path: string;
  readonly #file: FileHandle;
  readonly #beat: ReturnType<typeof setInterval>;
  /** Why it could not be touched: others may take it for one that was left. */
  #failure: unknown;
  /** What it was when it was closed. */
  #mark: string | undefined;

  private constructor(path: string, file: FileHandle, beatMs: number) {
    this.#path = path;
    this.#file = file;
    this.#beat = setInterval(() => {
      const now = Date.now() / 1_000;
      file.utimes(now, now).catch((error: unknown) => (this.#failure = error));
    }, beatMs);
    // Whoever holds it has something to do, or has ended.
    this.#beat.unref();
  }

  /** Waits for the lock while its owner lives, whoever that is. */
  static async take(path: string, watch: Watch = WATCH): Promise<FileLock> {
    let seen: string | undefined;
    let breaks = 0;
    for (let looks = 0; ; looks += 1) {
      const made = await create(path);
      if ("close" in made) return new FileLock(path, made, watch.beatMs);
      const mark = await markOf(path);
      if (mark !== seen) looks = 0;
      seen = mark;
      if (looks >= watch.looks) {
        if (mark === undefined) throw made.error;
        if (!(await remove(path, mark)) && (breaks += 1) > 1) {
          throw new Error(`${path} and ${breaker(path)} are left of processes that died: remove both`);
        }
        looks = 0;
      }
      await watch.pause();
    }
  }

  /** Writes the file that is guarded, whole or not at all, and gives the lock back. */
  async replace(target: string, text: string): Promise<void> {
    await this.#file.writeFile(text);
    await this.#file.sync();
    if (!(await this.#isOurs())) throw new Error("others took this process for dead, and its lock", { cause: this.#failure });
    await patiently(() => rename(this.#path, target));
  }

  /** Gives the lock back, unless that has happened. */
  async release(): Promise<void> {
    if (await this.#isOurs()) await ifThere(() => unlink(this.#path));
  }

  /** Whether the lock is still there, and this one. It is closed first: Windows neither renames nor removes what is open. */
  async #isOurs(): Promise<boolean> {
    this.#mark ??= await this.#closed();
    return (await markOf(this.#path)) === this.#mark;
  }

  async #closed(): Promise<string> {
    clearInterval(this.#beat);
    try {
      return markFrom(await this.#file.stat({ bigint: true }));
    } finally {
      await this.#file.close();
    }
  }
}

type Made = FileHandle | { readonly error: unknown };

/** The file, made new; or why not, if that may be over in a moment. */
async function create(path: string): Promise<Made> {
  try {
    return await open(path, "wx", OWNER_ONLY);
  } catch (error) {
    if (codeOf(error) === "EEXIST" || isPassing(error)) return { error };
    throw error;
  }
}

/** What tells a file from another one in its place, and from itself before it was touched. */
const markOf = (path: string): Promise<string | undefined> =>
  ifThere(async () => markFrom(await stat(path, { bigint: true })));

const markFrom = ({ ino, mtimeNs, size }: Stats): string => [ino, mtimeNs, size].join(" ");

const breaker = (path: string): string => `${path}.break`;

/** Removes a lock that was left; `false` if another process is at it. */
async function remove(path: string, mark: string): Promise<boolean> {
  const made = await create(breaker(path));
  if (!("close" in made)) return false;
  try {
    // Another one may have removed it, and a third one made its own: nobody else removes any now.
    if ((await markOf(path)) === mark) await ifThere(() => unlink(path));
  } finally {
    await made.close();
    await unlink(breaker(path));
  }
  return true;
}
