/** What the sandbox answers to every operation besides users, judged by HighLevel's OpenAPI files and by our own check. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { install } from "../consumers/install.mjs";
import { differencesOf } from "./answer-differences.mjs";
import { EXCEPTIONS } from "./answer-exceptions.mjs";
import { PARTS } from "./answer-parts.mjs";
import { answersOf } from "./catalogue-answers.mjs";
import { judgesOf, skip } from "./catalogue.mjs";
import { sidesOf } from "./sides.mjs";
import { VERSIONS } from "./spec.mjs";

const consumer = install();
const { HighLevel } = await consumer.import("ghl-users");
const { catalogue } = await consumer.import("ghl-users/catalogue");
const SIDES = sidesOf((await consumer.import("ghl-users/sandbox")).createSandbox);

const operationsOf = (api) => {
  const { operations } = catalogue(new HighLevel({ api, token: "t", companyId: "c1", locationId: "l1" }));
  return operations.filter(({ id }) => !id.startsWith("users."));
};

/** What is known to differ for an operation. */
const known = (api, id) => (EXCEPTIONS[id] ?? []).filter(({ only = api }) => only === api);

for (const api of VERSIONS) {
  for (const [name, begin] of Object.entries(SIDES)) {
    test(`${name}: the answers to the whole catalogue conform to the specs of ${api}`, { skip }, async (t) => {
      const operations = operationsOf(api);
      const judges = await judgesOf(api, operations);
      const answers = await answersOf({ HighLevel, catalogue }, api, judges, await begin());
      const ids = operations.map(({ id }) => id).sort();
      await t.test("every operation is reached, and what is known is known of one", () => {
        assert.deepEqual([...new Set(answers.map(({ id }) => id))].sort(), ids);
        const named = [...Object.keys(EXCEPTIONS).filter((id) => known(api, id).length > 0), ...Object.keys(PARTS)];
        assert.deepEqual(named.filter((id) => !ids.includes(id)), []);
      });
      for (const id of ids) {
        await t.test(id, () => {
          const own = answers.filter((answer) => answer.id === id);
          const part = PARTS[id];
          if (part) {
            const whole = own.filter((answer) => differencesOf(judges.get(id), answer).length === 0);
            assert.equal(whole.length, 0, `the file describes the whole of it, though ${part.because}`);
            assert.ok(own.some(({ body }) => part.of(body).length > 0), "no answer has what the file describes");
          }
          const found = new Set(own.flatMap((answer) => differencesOf(judges.get(id), answer, part?.of)));
          const unmet = known(api, id).filter(({ difference }) => !found.delete(difference));
          // Both at once, so that one does not hide the other.
          assert.deepEqual({ unknown: [...found], unmet }, { unknown: [], unmet: [] });
        });
      }
      console.log(`${ids.length} operations of ${api}, ${ids.flatMap((id) => known(api, id)).length} known differences`);
    });
  }

  test(`the judge of the answers of ${api} takes what is described, and nothing else`, { skip }, async (t) => {
    const judge = (await judgesOf(api, operationsOf(api))).get("contacts.notes.get");
    const note = { id: "n1", body: "Met at the fair.", contactId: "c1", dateAdded: "2026-11-30T09:00:00.000Z" };
    const right = { id: "contacts.notes.get", status: 200, body: { note }, isJson: true };
    assert.deepEqual(differencesOf(judge, right), []);
    const WRONG = {
      "status 204 is not documented": { status: 204 },
      "is no JSON": { isJson: false },
      "is refused: unexpected_response": { refused: "unexpected_response" },
      "colour is unknown": { body: { note, colour: "blue" } },
      "note.colour is unknown": { body: { note: { ...note, colour: "blue" } } },
      "note.body must be string": { body: { note: { ...note, body: 5 } } },
      "all of it must be object": { body: [note] },
    };
    for (const [words, wrong] of Object.entries(WRONG)) {
      await t.test(words, () => assert.deepEqual(differencesOf(judge, { ...right, ...wrong }), [words]));
    }
  });
}
