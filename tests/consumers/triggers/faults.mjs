/** Failures at a place that one chooses: the Nth thing that could fail does. */

/** What fails: no assertion of a test. */
export class Fault extends Error {}

export class Faults {
  /** Whether it has struck. */
  hasFired = false;
  #count = 0;
  #at;
  #lasts;
  #isOver = true;
  #errorOf;

  /** @param {number} at @param {boolean} lasts - Whether all fails from there on, until it is over. @param {(kind: string) => Error} errorOf */
  constructor(at, lasts, errorOf) {
    [this.#at, this.#lasts, this.#errorOf] = [at, lasts, errorOf];
  }

  /** What can fail goes through here. @param {string} kind */
  gate = (kind) => {
    if (this.#isOver) return;
    this.#count += 1;
    if (this.#count !== this.#at && !(this.#lasts && this.hasFired)) return;
    this.hasFired = true;
    throw this.#errorOf(kind);
  };

  /** From now on it counts. */
  arm() {
    this.#isOver = false;
  }

  /** What it was is repaired. */
  end() {
    this.#isOver = true;
  }
}
