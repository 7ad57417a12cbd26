import { HighLevel } from "ghl-users";
import { createSandbox } from "ghl-users/sandbox";
import { afterEach, expect, test } from "vitest";

const box = createSandbox();
const ghl = new HighLevel({ token: box.tokens.agency, companyId: box.ids.companyId, fetch: box.fetch });

afterEach(() => box.reset());

test("finds everybody", async () => {
  expect(await ghl.users.search().all()).toHaveLength(120);
  expect(box.unmatched).toEqual([]);
});
