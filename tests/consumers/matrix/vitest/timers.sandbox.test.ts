import { HighLevel } from "ghl-users";
import { createSandbox } from "ghl-users/sandbox";
import { afterEach, expect, test, vi } from "vitest";

const box = createSandbox();
const { agency: token } = box.tokens;
const { companyId } = box.ids;

afterEach(() => void vi.useRealTimers());

test("waits until HighLevel takes calls again", async () => {
  vi.useFakeTimers();
  const begun = Date.now();
  box.fault({ status: 429, headers: { "retry-after": "20" } });
  const onRetry = ({ waitMs }: { waitMs: number }) => void vi.advanceTimersByTimeAsync(waitMs);
  await new HighLevel({ token, companyId, fetch: box.fetch, onRetry }).users.search();
  expect(box.requests.map(({ status }) => status)).toEqual([429, 200]);
  expect(Date.now() - begun).toBeGreaterThanOrEqual(20_000);
});
