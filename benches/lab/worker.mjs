/** A Worker that makes one call with one peer: its name takes the place of PEER when it is bundled. */

import { connect } from "PEER";
import { STUBBED } from "./stub.mjs";

export default {
  async fetch() {
    const get = connect(STUBBED);
    const { id } = await get("u1");
    return new Response(id);
  },
};
