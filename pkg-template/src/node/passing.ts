import process from "node:process";
import { setTimeout } from "node:timers/promises";

/** What Windows says of a file that a virus scanner, an indexer or another reader has open at this moment. */
const PASSING = process.platform === "win32" ? ["EPERM", "EACCES", "EBUSY"] : [];
/** The first pause between two tries, and the longest, in milliseconds; it doubles. */
const FIRST_PAUSE_MS = 10;
const LONGEST_PAUSE_MS = 1_000;

/** Node's code of a failure, such as `ENOENT`. */
export function codeOf(error: unknown): string | undefined {
  const { code } = Object(error) as { readonly code?: unknown };
  return typeof code === "string" ? code : undefined;
}

/** Whether the same call may work in a moment. */
export const isPassing = (error: unknown, passing: readonly string[] = PASSING): boolean =>
  passing.includes(codeOf(error) ?? "");

/** Runs `work`; again, for two seconds, while what is in its way may pass. So it must be one that does no harm twice. */
export async function patiently<T>(
  work: () => Promise<T>,
  passing: readonly string[] = PASSING,
  pause: (ms: number) => Promise<void> = setTimeout,
): Promise<T> {
  for (let ms = FIRST_PAUSE_MS; ; ms *= 2) {
    try {
      return await work();
    } catch (error) {
      if (ms > LONGEST_PAUSE_MS || !isPassing(error, passing)) throw error;
    }
    await pause(ms);
  }
}

/** What `work` comes to; nothing if the file is not there. */
export async function ifThere<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await patiently(work);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}
