import { HighLevel } from "ghl-users";
import { socialPosting } from "ghl-users/catalogue";
import { signed } from "ghl-users/signing";
import { roster } from "./roster.mjs";

console.log(JSON.stringify(await roster({ HighLevel, socialPosting, signed }, process.env)));
