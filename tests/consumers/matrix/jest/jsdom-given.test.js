/** @jest-environment ./jsdom-with-node.js */

const { HighLevel } = require("ghl-users");

test("jsdom with what Node has lists the users and reads one", async () => {
  expect(document.createElement("output").value).toBe("");
  const { GHL_SANDBOX_URL: baseUrl, GHL_TOKEN: token, GHL_COMPANY_ID: companyId, GHL_USER_COUNT } = process.env;
  const ghl = new HighLevel({ token, companyId, baseUrl, dangerouslyAllowBrowser: true });
  const ids = [];
  for await (const { id } of ghl.users.search({ limit: 50 }, { signal: new AbortController().signal })) ids.push(id);
  expect(ids).toHaveLength(Number(GHL_USER_COUNT));
  expect((await ghl.users.get(ids[0])).id).toBe(ids[0]);
});
