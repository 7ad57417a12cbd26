import { HighLevel } from "/node_modules/ghl-users/dist/index.js";
import { show } from "./show.mjs";

show(HighLevel);
