const { HighLevel } = require("ghl-users");
const { socialPosting } = require("ghl-users/catalogue");
const { createSandbox } = require("ghl-users/sandbox");
const { signed } = require("ghl-users/signing");
const { poll } = require("ghl-users/triggers");
const { roster } = require("./roster.cjs");

test("does what every consumer does", async () => {
  expect(await roster({ HighLevel, socialPosting, createSandbox, signed, poll }, process.env)).toEqual(JSON.parse(process.env.GHL_ROSTER));
});
