/** Lets one work after another run, of those under the same key, in the order in which they came. */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();

  next<T>(key: string, work: () => Promise<T>): Promise<T> {
    const turn = Promise.allSettled([this.#last.get(key)])
      .then(work)
      .finally(() => this.#last.get(key) === turn && this.#last.delete(key));
    this.#last.set(key, turn);
    return turn;
  }
}
