/** A world that others change: things come, change and go in virtual time, and a list shows it late. */

import { dice } from "../../chaos/dice.mjs";

/** When it begins. */
export const START = Date.UTC(2026, 10, 30, 12);

/** @typedef {{ id: string, added: number, updated: number, version: number, place: number, gone?: true }} View A thing as a list shows it. */

export class World {
  now = START;
  /** Whether what changes also moves in lists without an order. */
  #moves;
  #grain;
  #lateMs;
  #random;
  #number = 0;
  /** What there is to see of each thing, and since when. @type {Map<string, (View & { seen: number })[]>} */
  #things = new Map();
  #living = [];

  /** @param {{ seed?: number, grain?: number, lateMs?: number, moves?: boolean }} [options] `grain`: the steps of its dates. */
  constructor({ seed = 1, grain = 1, lateMs = 0, moves = false } = {}) {
    [this.#random, this.#grain, this.#lateMs, this.#moves] = [dice(seed), grain, lateMs, moves];
  }

  get random() {
    return this.#random;
  }

  /** The ids of what has not been removed. @returns {readonly string[]} */
  get living() {
    return this.#living;
  }

  /** @param {number} [aheadMs] How far its date lies in the future. */
  create(aheadMs = 0) {
    const number = (this.#number += 1);
    // In no order, as of a hash: nobody may take them for dates.
    const id = (Math.imul(number, 0x9e3779b1) >>> 0).toString(36).padStart(8, "0") + String(number).padStart(12, "x");
    const date = this.#date() + aheadMs;
    this.#living.push(id);
    this.#show(id, { id, added: date, updated: date, version: 1, place: this.#random.pick([-number, number]) });
    return id;
  }

  /** Nothing happens where the date would be the one that it has: nobody could tell. */
  change(id = this.#random.pick(this.#living)) {
    const last = this.#things.get(id)?.at(-1);
    const updated = this.#date();
    if (!last || last.gone || updated <= last.updated) return;
    const place = this.#moves ? this.#random.below(2_000) - 1_000 : last.place;
    this.#show(id, { ...last, updated, version: last.version + 1, place });
  }

  remove(id = this.#random.pick(this.#living)) {
    if (id === undefined) return;
    this.#living.splice(this.#living.indexOf(id), 1);
    this.#show(id, { ...this.#things.get(id).at(-1), gone: true });
  }

  /** Something happens. */
  happen() {
    this[this.#random.pick(["create", "create", "change", "change", "change", "remove"])]();
  }

  /** So much time passes, and so much happens in it. @param {number} ms @param {number} [happenings] */
  pass(ms, happenings = 0) {
    const end = this.now + ms;
    for (let left = happenings; left > 0; left -= 1) {
      this.now += this.#random.below((end - this.now) / left);
      this.happen();
    }
    this.now = end;
  }

  /** What a list shows now, in no order. @returns {View[]} */
  views() {
    return [...this.#things.keys()].map((id) => this.view(id)).filter((view) => view !== undefined);
  }

  /** A thing as a list shows it. @param {string} id */
  view(id, now = this.now) {
    const view = this.#things.get(id)?.findLast(({ seen }) => seen <= now);
    return view?.gone ? undefined : view;
  }

  #date() {
    return Math.floor(this.now / this.#grain) * this.#grain;
  }

  #show(id, view) {
    const versions = this.#things.get(id) ?? [];
    const seen = Math.max(this.now + this.#random.below(this.#lateMs + 1), versions.at(-1)?.seen ?? 0);
    this.#things.set(id, [...versions, { ...view, seen }]);
  }
}
