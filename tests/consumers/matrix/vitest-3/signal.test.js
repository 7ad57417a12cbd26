// @vitest-environment jsdom
// This Vitest puts jsdom's AbortController before Node's, whose fetch takes no other than its own.
import { HighLevel } from "ghl-users";
import { expect, test } from "vitest";

const { GHL_SANDBOX_URL: baseUrl, GHL_TOKEN: token, GHL_COMPANY_ID: companyId } = process.env;

test("what fetch refuses to send is not sent again, and nobody speaks of CORS", async () => {
  const attempts = [];
  const onRequest = ({ attempt }) => attempts.push(attempt);
  const ghl = new HighLevel({ token, companyId, baseUrl, dangerouslyAllowBrowser: true, onRequest });
  const error = await ghl.users.search({ limit: 1 }).then(() => undefined, (error) => error);
  console.log(JSON.stringify(error), String(error.cause));
  expect(attempts).toEqual([1]);
  expect(error.message).not.toMatch(/CORS/);
  expect(String(error.cause)).toMatch(/AbortSignal/);
});
