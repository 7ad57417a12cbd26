import { HighLevel } from "ghl-users";
import { socialPosting } from "ghl-users/catalogue";
import { createSandbox } from "ghl-users/sandbox";
import { signed } from "ghl-users/signing";
import { poll } from "ghl-users/triggers";
import { show } from "./show.mjs";

show({ HighLevel, socialPosting, createSandbox, signed, poll });
