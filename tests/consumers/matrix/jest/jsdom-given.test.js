/** @jest-environment ./jsdom-with-node.js */

const { HighLevel } = require("ghl-users");
const { socialPosting } = require("ghl-users/catalogue");
const { createSandbox } = require("ghl-users/sandbox");
const { signed } = require("ghl-users/signing");
const { poll } = require("ghl-users/triggers");
const { roster } = require("./roster.cjs");

test("jsdom with what Node has does what every consumer does", async () => {
  expect(document.createElement("output").value).toBe("");
  expect(await roster({ HighLevel, socialPosting, createSandbox, signed, poll }, process.env)).toEqual(JSON.parse(process.env.GHL_ROSTER));
});
