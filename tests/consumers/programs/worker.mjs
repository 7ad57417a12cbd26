// A consumer in a Cloudflare Worker: takes a context as a request's body, gives a report as the response.
import * as ghlUsers from "ghl-users";
import { socialPosting } from "ghl-users/catalogue";
import { signed } from "ghl-users/signing";
import { poll } from "ghl-users/triggers";
import { run } from "../scenario/run.mjs";

export default {
  async fetch(request) {
    return Response.json(await run({ ...ghlUsers, socialPosting, signed, poll }, await request.json()));
  },
};
