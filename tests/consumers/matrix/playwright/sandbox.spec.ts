import { expect, test } from "@playwright/test";
import { createSandbox } from "ghl-users/sandbox";

const box = createSandbox();
const HIGHLEVEL = "https://services.leadconnectorhq.com";

test("a page that calls HighLevel calls the sandbox", async ({ page }) => {
  await page.route(`${HIGHLEVEL}/**`, async (route) => {
    const request = route.request();
    const init = { method: request.method(), headers: await request.allHeaders(), body: request.postDataBuffer() };
    const answer = await box.fetch(request.url(), init);
    const body = Buffer.from(await answer.arrayBuffer());
    await route.fulfill({ status: answer.status, headers: Object.fromEntries(answer.headers), body });
  });
  // Your own page. This one has just what it takes to make a call.
  await page.route("https://app.example.com/", (route) => route.fulfill({ contentType: "text/html", body: "<p>A page</p>" }));
  await page.goto("https://app.example.com/");

  const count = await page.evaluate(async ([url, token]) => {
    const headers = { authorization: `Bearer ${token}`, version: "2021-07-28" };
    return (await (await fetch(url, { headers })).json()).count;
  }, [`${HIGHLEVEL}/users/search?companyId=${box.ids.companyId}`, box.tokens.agency]);

  expect(count).toBe(120);
  expect(box.requests.at(-1)?.operation).toBe("users.search");
});
