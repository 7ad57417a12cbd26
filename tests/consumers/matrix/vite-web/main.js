import { HighLevel, init } from "ghl-users/web";
import { show } from "./show.mjs";

show(HighLevel, init);
