const { HighLevel } = require("ghl-users");
const { socialPosting } = require("ghl-users/catalogue");
const { createSandbox } = require("ghl-users/sandbox");
const { signed } = require("ghl-users/signing");
const { roster } = require("./roster.cjs");

test("does what every consumer does", async () => {
  expect(await roster({ HighLevel, socialPosting, createSandbox, signed }, process.env)).toEqual(JSON.parse(process.env.GHL_ROSTER));
});
