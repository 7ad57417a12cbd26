// What a runtime sends through `signed`, in all the forms that `fetch` takes; and through a client.
import { HighLevel } from "ghl-users";
import { signed } from "ghl-users/signing";

/** What the gateway answers to each, by its status. @param {string} gateway @param {object} key */
export async function statusesOf(gateway, key) {
  const sign = signed(key);
  const url = `${gateway}/users/u1`;
  const put = { method: "PUT", headers: { "content-type": "application/json" } };
  const body = '{"lastName":"Jörg ❤"}';
  const bytes = new TextEncoder().encode(body);
  const requests = {
    text: () => sign(url),
    url: () => sign(new URL(`${gateway}/users/search?companyId=c1&query=J%C3%B6+%20`)),
    request: () => sign(new Request(url, { headers: { accept: "application/json" } })),
    "request with a body": () => sign(new Request(url, { ...put, body })),
    "request with an init": () => sign(new Request(url), { ...put, body }),
    string: () => sign(url, { ...put, body }),
    bytes: () => sign(url, { ...put, body: bytes }),
    blob: () => sign(url, { ...put, body: new Blob([bytes]) }),
    stream: () => sign(url, { ...put, body: new Response(bytes).body, duplex: "half" }),
    signal: () => sign(url, { signal: new AbortController().signal, redirect: "manual" }),
  };
  const statuses = {};
  for (const [name, send] of Object.entries(requests)) {
    try {
      statuses[name] = (await send()).status;
    } catch (error) {
      statuses[name] = String(error);
    }
  }
  const ghl = new HighLevel({ baseUrl: gateway, fetch: sign });
  const { response } = await ghl.users.update("u1", { lastName: "Jörg ❤" }).withResponse();
  return { ...statuses, client: response.status };
}
