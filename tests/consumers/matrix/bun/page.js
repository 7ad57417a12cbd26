import { HighLevel } from "ghl-users";
import { show } from "./show.mjs";

show(HighLevel);
