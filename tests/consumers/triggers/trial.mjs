/** A world, who watches it, and what is between them: polls that may fail anywhere, each in a process of its own. */

import assert from "node:assert/strict";
import { Consumer } from "./consumer.mjs";
import { serverOf } from "./server.mjs";
import { World } from "./world.mjs";

/** @typedef {import("./kinds.mjs").Kind} Kind */

/** The most polls that a world at rest may take. */
const MOST_POLLS = 2_000;
/** The most bytes of a state of a dated list. */
const MOST_BYTES = 65_536;

export class Trial {
  world;
  server;
  consumer;
  /** The bytes of the largest state that was saved. */
  largest = 0;
  #package;
  #kind;
  #options;
  #gate;
  #store;
  #trigger;
  #busy = { tenths: 0, left: 0 };

  /**
   * @param {object} package_ - What `ghl-users/triggers` exports.
   * @param {Kind} kind
   * @param {object} [options]
   * @param {ConstructorParameters<typeof World>[0]} [options.world]
   * @param {(kind: string) => void} [options.gate] - Is gone through by requests, by the store and by deliveries, and may throw.
   * @param {boolean} [options.tellsTime]
   * @param {object} [options.poll] - Options of `poll`.
   */
  constructor(package_, kind, { world, gate = () => {}, tellsTime, poll } = {}) {
    [this.#package, this.#kind, this.#options, this.#gate] = [package_, kind, poll, gate];
    this.world = new World(world);
    this.server = serverOf(this.world, { gate, tellsTime, busy: () => this.#happenings() });
    this.#store = this.#stored(package_.memoryStore());
    this.restart();
  }

  /** There are some things, and the trigger has taken a look at them. @param {number} count */
  async begin(count) {
    for (let left = count; left > 0; left -= 1) {
      this.world.pass(this.world.random.below(60_000));
      this.world.create();
    }
    this.world.pass(this.world.random.below(300_000));
    this.consumer = new Consumer(this.world, this.#kind.on);
    await this.poll();
  }

  /** From now on something happens before so many tenths of the answers: not for ever, or nobody could keep up. @param {number} tenths */
  disturb(tenths) {
    this.#busy = { tenths, left: 8 };
  }

  get trigger() {
    return this.#trigger;
  }

  /** As in a new process: all that is left is what the store has. */
  restart() {
    const { operation, input, on } = this.#kind;
    this.#trigger = this.#package.poll(this.server, operation, input, { on, state: this.#store, ...this.#options });
  }

  /** Polls until there is no more, and handles each event. @param {{ max?: number }} [options] @returns {Promise<number>} How often. */
  async poll(options) {
    for (let polls = 1; polls < MOST_POLLS; polls += 1) {
      const batch = await this.#trigger.once(options);
      if (options?.max) assert.ok(batch.events.length <= options.max);
      this.#isInOrder(batch.events);
      for (const event of batch.events) this.deliver(event);
      await batch.commit();
      if (!batch.more) return polls;
    }
    return assert.fail("there is always more");
  }

  deliver(event) {
    this.#gate("delivery");
    this.consumer.take(event);
    this.#gate("handling");
  }

  /** It has died, and lives again. */
  recover() {
    this.consumer.crashed();
    this.restart();
  }

  /** The world comes to rest, and its list shows all of it: nothing may be missing then. @param {number} lateMs */
  async settle(lateMs) {
    this.disturb(0);
    this.world.pass(lateMs + 1);
    await this.poll();
    this.world.pass(60_000);
    await this.poll();
    this.consumer.settle();
    const told = this.consumer.told.length;
    this.world.pass(600_000);
    await this.poll();
    assert.equal(this.consumer.told.length, told, "it tells of a world at rest");
  }

  #happenings() {
    const { tenths, left } = this.#busy;
    if (left === 0 || this.world.random.below(10) >= tenths) return 0;
    this.#busy.left -= 1;
    return 1;
  }

  #isInOrder(events) {
    const dates = events.flatMap(({ item }) => (this.#kind.date ? [item[this.#kind.date]] : []));
    assert.deepEqual(dates, dates.toSorted(), "they were not in order");
  }

  /** A store that says when it has written. */
  #stored(store) {
    return {
      get: async (key) => {
        this.#gate("reading");
        return structuredClone(await store.get(key));
      },
      set: async (key, value, version) => {
        this.#gate("writing");
        const bytes = new TextEncoder().encode(JSON.stringify(value)).length;
        this.largest = Math.max(this.largest, bytes);
        if (this.#kind.date) assert.ok(bytes < MOST_BYTES, `the state has ${bytes} bytes`);
        const written = await store.set(key, value, version);
        if (written !== undefined) this.consumer.saved();
        this.#gate("written");
        return written;
      },
    };
  }
}
