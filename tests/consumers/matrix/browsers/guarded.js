import { HighLevel } from "ghl-users";
import { exposed } from "./roster.mjs";
import { environment, write } from "./show.mjs";
import { WORKERS } from "./workers.js";

const given = { ...environment(), exposed: true };

write("#page", exposed(HighLevel, given));
for (const [kind, ask] of Object.entries(WORKERS)) write(`#${kind}`, await ask(given));
