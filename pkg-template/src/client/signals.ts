import type { CallOptions } from "../generated/types.js";
import { read, tagOf } from "../common/tag.js";

/** Who follows a signal, and the one listener for all of them. */
interface Followers {
  readonly controllers: Set<AbortController>;
  readonly listener: () => void;
}

const followed = new WeakMap<AbortSignal, Followers>();

/**
 * Gives a call a signal of its own, which does what the caller's does, and what ends that.
 *
 * However many calls share a signal, it gets one listener: Node takes more than ten for a leak, and warns of it.
 *
 * @param options - A copy that is the call's own: it gets the new signal.
 */
export function follow(options: CallOptions | undefined): [options: CallOptions | undefined, unfollow: () => void] {
  const signal = options?.signal as AbortSignal;
  // What is no signal goes to the engine as it is, which says so.
  if (tagOf(signal) !== "AbortSignal" || signal.aborted) return [options, () => {}];
  const controller = new AbortController();
  const { controllers, listener } = followed.get(signal) ?? listen(signal);
  controllers.add(controller);
  const unfollow = (): void => {
    controllers.delete(controller);
    if (controllers.size > 0) return;
    followed.delete(signal);
    // Whatever becomes of that, the call has come to its end.
    read(() => signal.removeEventListener("abort", listener));
  };
  return [Object.assign(options as CallOptions, { signal: controller.signal }), unfollow];
}

function listen(signal: AbortSignal): Followers {
  const controllers = new Set<AbortController>();
  const listener = (): void => controllers.forEach((controller) => controller.abort(read(() => signal.reason)));
  const followers = { controllers, listener };
  signal.addEventListener("abort", listener);
  followed.set(signal, followers);
  return followers;
}
