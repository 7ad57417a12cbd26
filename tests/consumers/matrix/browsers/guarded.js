import { HighLevel } from "ghl-users";
import { answer } from "./roster.mjs";
import { environment, write } from "./show.mjs";
import { WORKERS } from "./workers.js";

const given = { ...environment(), guarded: true };

write("#page", await answer(HighLevel, given));
for (const [kind, ask] of Object.entries(WORKERS)) write(`#${kind}`, await ask(given));
