import { HighLevel } from "ghl-users";
import { socialPosting } from "ghl-users/catalogue";
import { signed } from "ghl-users/signing";
import { roster } from "./roster.mjs";

export default {
  async fetch(request, env) {
    return Response.json(await roster({ HighLevel, socialPosting, signed }, env));
  },
};
