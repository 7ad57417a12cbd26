/** Who is told of a world, believes it, and complains: it knows what there was before, and what it has been told since. */

import assert from "node:assert/strict";
import { versionOf } from "./server.mjs";

/** @typedef {import("./world.mjs").World} World */

/** A slot's id begins with the hash of what is watched. */
const nameOf = (id) => id.split("/").at(-1);

export class Consumer {
  /** What there is and in which version, as far as it was told. @type {Map<string, number>} */
  #known;
  /** The same of one who handles each key once. @type {Map<string, number>} */
  #knownByKeys;
  #world;
  #on;
  #saved = new Set();
  #unsaved = new Set();
  /** What was told by those who died before they had saved it: only that comes again. */
  #lost = new Set();
  /**
   * The ids of all that was ever lost. What changes between being told and being told again is told by the key of old, and what
   * goes is not told of: nobody knows any more that it was.
   */
  #doubtful = new Set();
  #idents = new Map();
  told = [];
  repeats = 0;

  /** Knows what the world shows now. @param {World} world @param {readonly string[]} on */
  constructor(world, on) {
    [this.#world, this.#on] = [world, on];
    this.#known = new Map(world.views().map(({ id, version }) => [id, version]));
    this.#knownByKeys = new Map(this.#known);
  }

  /** Is told of an event. */
  take(event) {
    const { type, key, item } = event;
    const id = nameOf(event.id);
    const version = typeof item === "object" ? versionOf(item) : 1;
    assert.ok(this.#on.includes(type), `it was told ${type}, for which it did not ask`);
    assert.ok(!this.#saved.has(key), `${key} was told again, though it had been saved`);
    assert.ok(!this.#unsaved.has(key), `${key} was told twice`);
    const isRepeat = this.#lost.delete(key);
    this.#believe(type, id, isRepeat, key);
    this.#agree(key, type === "changed" ? `${id} ${version}` : `${id} ${type}`);
    this.repeats += Number(isRepeat);
    for (const known of isRepeat ? [this.#known] : [this.#known, this.#knownByKeys]) {
      if (type === "removed") known.delete(id);
      else known.set(id, version);
    }
    this.#unsaved.add(key);
    this.told.push(event);
  }

  /** What has been told is on record. */
  saved() {
    for (const key of this.#unsaved) this.#saved.add(key);
    this.#unsaved.clear();
  }

  /** What has been told and is not on record may come again. */
  crashed() {
    for (const { key, id } of this.told) if (this.#unsaved.has(key)) this.#doubtful.add(nameOf(id));
    for (const key of this.#unsaved) this.#lost.add(key);
    this.#unsaved.clear();
  }

  /** Whether it knows what there is. */
  settle() {
    const views = this.#world.views();
    for (const { id, version } of views) {
      if (this.#on.includes("added")) assert.ok(this.#known.has(id), `${id} was never told of`);
      if (!this.#on.includes("changed")) continue;
      assert.equal(this.#known.get(id), version, `the last state of ${id} was never told`);
      if (!this.#doubtful.has(id)) assert.equal(this.#knownByKeys.get(id), version, `${id} had a key that was another's`);
    }
    if (!this.#on.includes("removed")) return;
    const there = new Set(views.map(({ id }) => id));
    const left = [...this.#known.keys()].filter((id) => !there.has(id) && !this.#doubtful.has(id));
    assert.deepEqual(left, [], "they went, and nobody was told");
  }

  #believe(type, id, isRepeat, key) {
    const isKnown = this.#known.has(id);
    if (type === "added") assert.ok(!isKnown || isRepeat, `${key}: it was there before`);
    if (type === "changed" && this.#on.includes("added")) assert.ok(isKnown, `${key}: it was never told that this was added`);
    if (type === "removed") assert.ok(isKnown || isRepeat, `${key}: it did not know of it`);
  }

  /** A key stands for one thing only, and the thing has no other key. */
  #agree(key, ident) {
    for (const [one, other] of [[key, ident], [ident, key]]) {
      assert.equal(this.#idents.get(one) ?? other, other, `${one} was ${this.#idents.get(one)}, and is ${other}`);
      this.#idents.set(one, other);
    }
  }
}
