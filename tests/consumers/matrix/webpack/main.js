import { HighLevel } from "ghl-users";
import { socialPosting } from "ghl-users/catalogue";
import { signed } from "ghl-users/signing";
import { show } from "./show.mjs";

show({ HighLevel, socialPosting, signed });
