// A consumer in Node with `require`: takes a context on standard input, gives a report on standard output.
const { json } = require("node:stream/consumers");
const ghlUsers = require("ghl-users");
const { socialPosting } = require("ghl-users/catalogue");
const { signed } = require("ghl-users/signing");
const { poll } = require("ghl-users/triggers");

async function main() {
  // The scenario is no part of the consumer: only how it gets the package matters here.
  const { run } = await import("../scenario/run.mjs");
  process.stdout.write(JSON.stringify(await run({ ...ghlUsers, socialPosting, signed, poll }, await json(process.stdin))));
}

void main();
