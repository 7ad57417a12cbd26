/** What a list of users costs beside reading its JSON, unchecked and checked. */

import { HighLevel } from "ghl-users";
import { z } from "zod";
import { grouped, ratios, section, table, target, times } from "./lab/markdown.mjs";
import { UNREACHED } from "./lab/peers/ours.mjs";
import { mapValues, median, takeTurns } from "./lab/rounds.mjs";
import { answerWith, STUBBED } from "./lab/stub.mjs";
import { page } from "./lab/user.mjs";

const ROUNDS = { 1_000: { rounds: 50, warmUp: 10 }, 10_000: { rounds: 12, warmUp: 2 } };
const LIMITS = { off: 1.05, strict: 1.5 };
const ALONE = "`JSON.parse` of a text that is there";
const PARSED = "`fetch` + `JSON.parse`";
const OFF = 'ghl-users, `validate: "off"`';
const STRICT = 'ghl-users, `validate: "strict"`';
const ZOD = "`fetch` + `JSON.parse` + zod 4";

/** What `validate: "strict"` checks: what is not required may be absent or null, and unknown fields are kept. */
const words = z.array(z.string());
const oneOrMore = z.union([z.string(), words]);
const USER_PAGE = z.looseObject({
  users: z.array(
    z.looseObject({
      id: z.string(),
      name: z.string().nullish(),
      firstName: z.string().nullish(),
      lastName: z.string().nullish(),
      email: z.string().nullish(),
      phone: z.string().nullish(),
      extension: z.string().nullish(),
      permissions: z.record(z.string(), z.boolean().nullable()).nullish(),
      scopes: oneOrMore.nullish(),
      scopesAssignedToOnly: oneOrMore.nullish(),
      roles: z
        .looseObject({
          type: z.string().nullish(),
          role: z.string().nullish(),
          locationIds: words.nullish(),
          restrictSubAccount: z.boolean().nullish(),
        })
        .nullish(),
      deleted: z.boolean().nullish(),
      lcPhone: z.record(z.string(), z.string().nullable()).nullish(),
      platformLanguage: z.string().nullish(),
      traceId: z.string().nullish(),
      dateAdded: z.string().nullish(),
      dateUpdated: z.string().nullish(),
    }),
  ),
  count: z.number().nullish(),
});

section(
  "A list of users",
  "Time of one `users.search`, network stubbed, from the call to the users. Medians, subjects in turn; the spread is the " +
    "middle half of the rounds. zod has the same shape to check, in its quickest form, which keeps unknown fields.",
);
for (const [count, plan] of Object.entries(ROUNDS)) {
  const text = JSON.stringify(page(Number(count)));
  const measured = await measure(text, plan);
  console.log(`${grouped(Number(count))} users, ${grouped(text.length / 1e6, 1)} MB, ${plan.rounds} rounds:\n`);
  table(["", "of the first", "time", "spread"], ratios(measured, (ms) => `${ms.toFixed(2)} ms`));
  const [parsed, off, strict, zod] = [PARSED, OFF, STRICT, ZOD].map((name) => median(measured[name]));
  target(`unchecked, at most ${LIMITS.off} times \`JSON.parse\``, off <= LIMITS.off * parsed, times(off / parsed));
  target(`strict, at most ${LIMITS.strict} times \`JSON.parse\``, strict <= LIMITS.strict * parsed, times(strict / parsed));
  target("strict, less than zod", strict < zod, `${times(strict / zod)} of zod`);
  console.log();
}

async function measure(text, plan) {
  answerWith(text);
  const options = { ...STUBBED, companyId: "c1", rateLimit: UNREACHED, maxResponseBytes: 2 * text.length };
  const [off, strict] = ["off", "strict"].map((validate) => new HighLevel({ ...options, validate }));
  const parsed = async () => JSON.parse(await (await fetch(STUBBED.baseUrl)).text());
  const contenders = {
    [PARSED]: parsed,
    [ALONE]: async () => JSON.parse(text),
    [OFF]: () => off.users.search(),
    [STRICT]: () => strict.users.search(),
    [ZOD]: async () => USER_PAGE.parse(await parsed()),
  };
  return takeTurns(mapValues(contenders, (run) => () => timeOf(run)), plan);
}

async function timeOf(run) {
  const start = performance.now();
  await run();
  return performance.now() - start;
}
