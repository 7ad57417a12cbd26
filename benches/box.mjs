/** A sandbox in memory: what its `fetch` takes beside the standard's own parts, and whether many users cost more each. */

import { createSandbox } from "ghl-users/sandbox";
import { grouped, ratios, section, table, target, times } from "./lab/markdown.mjs";
import { median, takeTurns } from "./lab/rounds.mjs";

const ROUNDS = 20;
const CREATED = 100;
/** How many users there are before the first round. */
const [FEW, MANY] = [1_000, 10_000];
const LIMIT = 1.5;
const URL = "https://services.leadconnectorhq.com/users/";
const written = (us) => `${grouped(us, 1)} µs`;

let made = 0;
section(
  "A sandbox in memory",
  `CPU time of one \`users.create\` through the \`fetch\` of a sandbox, in rounds of ${CREATED}. Beside it: a \`fetch\` that makes a ` +
    "`Request`, reads its text, and answers with a `Response` of the same body and headers. Medians of " +
    `${ROUNDS} rounds, in turn; the spread is the middle half of the rounds.`,
);
const few = await crowded(FEW);
const many = await crowded(MANY);
const sample = await few.fetch(URL, creation(few));
const [body, headers] = [await sample.text(), [...sample.headers]];
const bare = async (input, init) => {
  await new Request(input, init).text();
  return new Response(body, { status: 201, headers });
};
const withMany = `a sandbox of ${grouped(MANY)} users`;
const withFew = `a sandbox of ${grouped(FEW)}`;
const measured = await takeTurns(
  {
    "`Request` and `Response` alone": () => creating(bare, few),
    [withFew]: () => creating(few.fetch, few),
    [withMany]: () => creating(many.fetch, many),
  },
  { rounds: ROUNDS, warmUp: 5 },
);
table(["", "of those alone", "CPU time", "spread"], ratios(measured, written));
const ratio = median(measured[withMany]) / median(measured[withFew]);
target(`of ${grouped(MANY)} users, at most ${LIMIT} times the cost at ${grouped(FEW)}`, ratio <= LIMIT, times(ratio));

/** A sandbox with so many users. */
async function crowded(count) {
  const box = createSandbox({ start: "empty", logSize: 0 });
  for (let n = 1; n < count; n++) await (await box.fetch(URL, creation(box))).text();
  return box;
}

function creation({ tokens, ids }) {
  const number = (made += 1);
  return {
    method: "POST",
    headers: { authorization: `Bearer ${tokens.agency}`, version: "v3", "content-type": "application/json" },
    body: JSON.stringify({
      companyId: ids.companyId,
      firstName: "Ada",
      lastName: `Byron ${number}`,
      email: `ada.${number}@example.com`,
      type: "account",
      role: "user",
      locationIds: [ids.locationId],
    }),
  };
}

/** What a creation costs the processor, in microseconds. */
async function creating(fetch, box) {
  const before = process.cpuUsage();
  for (let n = 0; n < CREATED; n++) {
    const response = await fetch(URL, creation(box));
    if (response.status !== 201) throw new Error(`a creation was answered with ${response.status}`);
    await response.text();
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / CREATED;
}
