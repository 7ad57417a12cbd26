/** A Worker that makes one call with one peer: its name takes the place of PEER when it is bundled. */

import { connect } from "PEER";

export default {
  async fetch() {
    const get = connect({ baseUrl: "https://stub.example.com", token: "pit-00000000-0000-4000-8000-000000000000" });
    const { id } = await get("u1");
    return new Response(id);
  },
};
