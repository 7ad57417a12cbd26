import type { CallOptions } from "./generated/types.js";
import { tagOf } from "./tag.js";

/** Who follows a signal. */
const followers = new WeakMap<AbortSignal, Set<AbortController>>();

/**
 * Gives a call a signal of its own, which does what the caller's does, and what ends that.
 *
 * However many calls share a signal, it gets one listener: Node takes more than ten for a leak, and warns of it.
 */
export function follow(options: CallOptions | undefined): [options: CallOptions | undefined, unfollow: () => void] {
  const signal = options?.signal;
  // What is no signal goes to the engine as it is, which says so.
  if (tagOf(signal) !== "AbortSignal" || signal!.aborted) return [options, () => {}];
  const controller = new AbortController();
  const all = followers.get(signal!) ?? listen(signal!);
  all.add(controller);
  return [{ ...options, signal: controller.signal }, () => all.delete(controller)];
}

function listen(signal: AbortSignal): Set<AbortController> {
  const all = new Set<AbortController>();
  followers.set(signal, all);
  signal.addEventListener("abort", () => all.forEach((controller) => controller.abort(signal.reason)), { once: true });
  return all;
}
