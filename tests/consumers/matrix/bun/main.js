import { HighLevel } from "ghl-users";
import { socialPosting } from "ghl-users/catalogue";
import { createSandbox } from "ghl-users/sandbox";
import { signed } from "ghl-users/signing";
import { poll } from "ghl-users/triggers";
import { roster } from "./roster.mjs";

console.log(JSON.stringify(await roster({ HighLevel, socialPosting, createSandbox, signed, poll }, Bun.env)));
