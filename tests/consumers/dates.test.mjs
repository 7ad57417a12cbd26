// Are dates sent in the form that a row asks for, whatever else the input has?

import assert from "node:assert/strict";
import { test } from "node:test";
import { source } from "./source.mjs";

const dates = await source("resource/dates.ts");
const { dated, ...forms } = dates;

/** What each form makes of some moments. */
const FORMS = {
  iso: ["2026-11-30T09:05:07.000Z", "1969-12-31T23:59:59.999Z", "+012026-01-02T00:00:00.000Z"],
  offset: ["2026-11-30T09:05:07+00:00", "1969-12-31T23:59:59+00:00", "+012026-01-02T00:00:00+00:00"],
  milliseconds: [1796029507000, -1, 317336832000000],
  millisecondsText: ["1796029507000", "-1", "317336832000000"],
  yearMonthDay: ["2026-11-30", "1969-12-31", "+012026-01-02"],
  monthDayYear: ["11-30-2026", "12-31-1969", "01-02-+012026"],
};
const MOMENTS = [Date.UTC(2026, 10, 30, 9, 5, 7), -1, Date.UTC(12026, 0, 2)].map((moment) => new Date(moment));

test("each form is what the API's rows ask for", () => {
  assert.deepEqual(Object.keys(forms).sort(), Object.keys(FORMS).sort());
  for (const [name, expected] of Object.entries(FORMS)) {
    assert.deepEqual(MOMENTS.map(forms[name]), expected, name);
  }
});

test("a date is written wherever a row has one: in lists, in objects, in both", () => {
  const { iso, milliseconds } = forms;
  const [date] = MOMENTS;
  const write = (input) => dated(input, { at: milliseconds, all: iso, slots: { from: iso, to: milliseconds } });
  const slot = { from: date, to: date, name: date };
  assert.deepEqual(JSON.parse(JSON.stringify(write({ at: date, all: [date, "2026"], slots: [slot, slot], other: 1 }))), {
    at: 1796029507000,
    all: ["2026-11-30T09:05:07.000Z", "2026"],
    slots: Array(2).fill({ from: "2026-11-30T09:05:07.000Z", to: 1796029507000, name: "2026-11-30T09:05:07.000Z" }),
    other: 1,
  });
});

test("what is no date stays as it is, for the engine to judge", () => {
  const { iso } = forms;
  const write = (input) => dated(input, { at: iso, slots: { from: iso } });
  const invalid = new Date(NaN);
  assert.equal(write({ at: invalid }).at, invalid);
  for (const given of ["2026-11-30", 5, null, true]) assert.equal(write({ at: given }).at, given);
  for (const given of [null, undefined, "text", 5, invalid]) assert.equal(write(given), given);
  assert.deepEqual({ ...write({ slots: "none" }) }, { slots: "none" });
});
