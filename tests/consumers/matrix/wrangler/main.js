import { HighLevel } from "ghl-users";
import { roster } from "./roster.mjs";

export default {
  async fetch(request, env) {
    return Response.json(await roster(HighLevel, env));
  },
};
