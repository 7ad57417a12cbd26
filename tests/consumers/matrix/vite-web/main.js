import { socialPosting } from "ghl-users/catalogue";
import { signed } from "ghl-users/signing";
import { HighLevel, init } from "ghl-users/web";
import { show } from "./show.mjs";

show({ HighLevel, socialPosting, signed }, init);
