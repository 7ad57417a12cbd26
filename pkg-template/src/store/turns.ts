/** Lets one work after another run. */
export type InTurn = <T>(key: string, work: () => Promise<T>) => Promise<T>;

/** A function that runs one work after another, of those under the same key, in the order in which they came. */
export function inTurn(): InTurn {
  const last = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const turn = Promise.allSettled([last.get(key)])
      .then(work)
      .finally(() => last.get(key) === turn && last.delete(key));
    last.set(key, turn);
    return turn;
  };
}
