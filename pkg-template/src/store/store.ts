/** What a store holds under a key. */
export interface Stored<Value> {
  /** What was written, field for field. A store may keep it as JSON. */
  readonly value: Value;
  /** Names this write, so that a later one can tell whether another came between. Only the store reads it. */
  readonly version: string;
}

/**
 * Where values outlive the process, each under a key: an app's tokens, or what a poller has seen. All that this package
 * puts there is JSON.
 *
 * Of those who read a version and then write, the first one writes, and the others learn that they came too late: two
 * processes never overwrite each other unseen. What a method throws becomes the `cause` of an error with the code
 * `store_failed`.
 */
export interface Store<Value> {
  /** What was written last under `key`, by anyone. */
  get(key: string): Promise<Stored<Value> | undefined>;

  /**
   * Writes, if `version` is still the stored one (`undefined`: if nothing is stored yet), in one step.
   *
   * @returns The new version; nothing if another was written meanwhile, which this left as it was.
   */
  set(key: string, value: Value, version: string | undefined): Promise<string | undefined>;

  /**
   * Runs `work` while nobody else does for this key, wherever they are, and comes to its result. `work` calls `get` and
   * `set`. A store that several processes or isolates share should have it: without it each of them may do the work,
   * such as renewing tokens, and one of them for nothing.
   */
  exclusively?<T>(key: string, work: () => Promise<T>): Promise<T>;
}
