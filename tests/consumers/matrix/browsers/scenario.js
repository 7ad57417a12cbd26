import * as ghlUsers from "ghl-users";
import { socialPosting } from "ghl-users/catalogue";
import { signed } from "ghl-users/signing";
import { poll } from "ghl-users/triggers";
import { run } from "./scenario/run.mjs";
import { environment, write } from "./show.mjs";

write("output", await run({ ...ghlUsers, socialPosting, signed, poll }, JSON.parse(environment().context)));
