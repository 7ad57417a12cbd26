import { socialPosting } from "ghl-users/catalogue";
import { signed } from "ghl-users/signing";
import { HighLevel, init } from "ghl-users/web";
import url from "ghl-users/ghl_users_bg.wasm?url";
import { show } from "./show.mjs";

show({ HighLevel, socialPosting, signed }, () => init(url));
