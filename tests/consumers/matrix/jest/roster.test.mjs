import { expect, test } from "@jest/globals";
import { HighLevel } from "ghl-users";
import { socialPosting } from "ghl-users/catalogue";
import { createSandbox } from "ghl-users/sandbox";
import { signed } from "ghl-users/signing";
import { poll } from "ghl-users/triggers";
import { roster } from "./roster.mjs";

test("does what every consumer does", async () => {
  expect(await roster({ HighLevel, socialPosting, createSandbox, signed, poll }, process.env)).toEqual(JSON.parse(process.env.GHL_ROSTER));
});
