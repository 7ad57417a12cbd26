/** Lets work run one after the other, in the order in which it came. */
export class Lock {
  #last: Promise<unknown> = Promise.resolve();

  /**
   * Runs `work` when all that came before is over. After `limitMs` milliseconds of it the next one begins anyway.
   *
   * @throws Whatever `work` throws within that time.
   */
  run(work: () => Promise<unknown>, limitMs: number): Promise<void> {
    const turn = this.#last.then(() => within(limitMs, work));
    // How it ended concerns whose work it was, not the next one.
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}

async function within(limitMs: number, work: () => Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise((resolve) => {
    timer = setTimeout(resolve, limitMs);
  });
  try {
    await Promise.race([work(), over]);
  } finally {
    clearTimeout(timer);
  }
}
