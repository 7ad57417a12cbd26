/** Throws the signal's reason itself, whatever that is, if there is one. */
export function heed(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw signal.reason;
}

/** Ends what `begin` began when the signal does, if there is one: with its reason. `begin` gives what stops it. */
export function raced<T>(
  signal: AbortSignal | undefined,
  begin: (resolve: (value: T | PromiseLike<T>) => void, reject: (reason: unknown) => void) => (() => void) | void,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const free = (): void => signal?.removeEventListener("abort", end);
    const stop = begin(
      (value) => (free(), resolve(value)),
      (reason) => (free(), reject(reason)),
    );
    function end(): void {
      stop?.();
      reject(signal?.reason);
    }
    signal?.addEventListener("abort", end, { once: true });
  });
}

/** Waits so long on the timers that the runtime has at that moment: they may be a test's. */
export async function wait(ms: number, signal: AbortSignal | undefined): Promise<void> {
  if (ms === 0) return heed(signal);
  return raced(signal, (resolve) => {
    const timer = setTimeout(resolve, ms);
    return () => clearTimeout(timer);
  });
}
