import { socialPosting } from "ghl-users/catalogue";
import { createSandbox } from "ghl-users/sandbox";
import { signed } from "ghl-users/signing";
import { poll } from "ghl-users/triggers";
import { HighLevel, init } from "ghl-users/web";
import url from "ghl-users/ghl_users_bg.wasm?url";
import { show } from "./show.mjs";

show({ HighLevel, socialPosting, createSandbox, signed, poll }, () => init(url));
