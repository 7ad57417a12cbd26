import { HighLevel, init } from "ghl-users/web";
import url from "ghl-users/ghl_users_bg.wasm?url";
import { show } from "./show.mjs";

show(HighLevel, () => init(url));
