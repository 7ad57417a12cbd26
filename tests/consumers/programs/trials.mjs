// A Cloudflare Worker with ghl-users/server: takes trials as a request's body, gives their outcomes as the response.
import * as server from "ghl-users/server";
import { trial } from "./trial.mjs";

export default {
  async fetch(request) {
    return Response.json(await Promise.all((await request.json()).map((input) => trial(server, input))));
  },
};
