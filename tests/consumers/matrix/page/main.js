import { socialPosting } from "/node_modules/ghl-users/dist/catalogue/social-posting.js";
import { HighLevel } from "/node_modules/ghl-users/dist/index.js";
import { createSandbox } from "/node_modules/ghl-users/dist/sandbox.js";
import { signed } from "/node_modules/ghl-users/dist/signing.js";
import { poll } from "/node_modules/ghl-users/dist/triggers.js";
import { show } from "./show.mjs";

show({ HighLevel, socialPosting, createSandbox, signed, poll });
