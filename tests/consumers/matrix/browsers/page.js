import { HighLevel } from "ghl-users";
import * as web from "ghl-users/web";
import { answer } from "./roster.mjs";
import { environment, write } from "./show.mjs";
import { WORKERS } from "./workers.js";

const given = environment();

write("#page", await answer(HighLevel, given));
await web.init("/node_modules/ghl-users/dist/ghl_users_bg.wasm");
write("#web", await answer(web.HighLevel, given));
for (const [kind, ask] of Object.entries(WORKERS)) write(`#${kind}`, await ask(given));
