import { HighLevel } from "ghl-users";
import { socialPosting } from "ghl-users/catalogue";
import { createSandbox } from "ghl-users/sandbox";
import { signed } from "ghl-users/signing";
import { poll } from "ghl-users/triggers";
import * as web from "ghl-users/web";
import { answer } from "./roster.mjs";
import { environment, write } from "./show.mjs";
import { WORKERS } from "./workers.js";

const given = environment();
const beside = { socialPosting, createSandbox, signed, poll };

write("#page", await answer({ HighLevel, ...beside }, given));
await web.init("/node_modules/ghl-users/dist/ghl_users_bg.wasm");
write("#web", await answer({ HighLevel: web.HighLevel, ...beside }, given));
for (const [kind, ask] of Object.entries(WORKERS)) write(`#${kind}`, await ask(given));
