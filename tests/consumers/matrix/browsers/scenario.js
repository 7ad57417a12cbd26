import * as ghlUsers from "ghl-users";
import { run } from "./scenario/run.mjs";
import { environment, write } from "./show.mjs";

write("output", await run(ghlUsers, JSON.parse(environment().context)));
