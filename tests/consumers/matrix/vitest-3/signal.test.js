// @vitest-environment jsdom
// This Vitest puts jsdom's AbortController before Node's, whose fetch takes no other than its own.
import { HighLevel } from "ghl-users";
import { expect, test } from "vitest";

const { GHL_SANDBOX_URL: baseUrl, GHL_TOKEN: token, GHL_COMPANY_ID: companyId } = process.env;

test("what fetch refuses to send is not sent again, and nobody speaks of CORS", async () => {
  const retries = [];
  const onRetry = (event) => retries.push(event);
  const ghl = new HighLevel({ token, companyId, baseUrl, dangerouslyAllowBrowser: true, onRetry });
  const error = await ghl.users.search({ limit: 1 }).catch((error) => error);
  expect(error.name).toBe("HighLevelError");
  expect(retries).toEqual([]);
  expect(error.message).not.toMatch(/CORS/);
  expect(String(error.cause)).toMatch(/AbortSignal/);
});
