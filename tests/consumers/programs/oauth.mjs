// A marketplace app in a Cloudflare Worker: calls a function of OAuth, gives what it came to or failed with.
import * as server from "ghl-users/server";

export default {
  async fetch(request) {
    const { name, args } = await request.json();
    try {
      const result = server[name](...args);
      return Response.json(Symbol.asyncIterator in Object(result) ? await all(result) : await result);
    } catch (error) {
      return Response.json({ code: error.code, message: error.message, cause: error.cause?.message }, { status: 500 });
    }
  },
};

async function all(iterable) {
  const items = [];
  for await (const item of iterable) items.push(item);
  return items;
}
