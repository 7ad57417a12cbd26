import { createSandbox } from "ghl-users/sandbox";
import { http } from "msw";
import { setupServer } from "msw/node";
import { afterAll, expect, test } from "vitest";

const box = createSandbox();
const server = setupServer(http.all("https://services.leadconnectorhq.com/*", ({ request }) => box.fetch(request)));
server.listen({ onUnhandledRequest: "error" });
afterAll(() => server.close());

test("whoever calls HighLevel calls the sandbox", async () => {
  const headers = { authorization: `Bearer ${box.tokens.agency}`, version: "2021-07-28" };
  const url = `https://services.leadconnectorhq.com/users/search?companyId=${box.ids.companyId}`;
  const { count } = await (await fetch(url, { headers })).json();
  expect(count).toBe(120);
});
