const { HighLevel } = require("ghl-users");
const { createSandbox } = require("ghl-users/sandbox");

const box = createSandbox();
const ghl = new HighLevel({ token: box.tokens.agency, companyId: box.ids.companyId, fetch: box.fetch });

afterEach(() => box.reset());

test("finds everybody", async () => {
  expect(await ghl.users.search().all()).toHaveLength(120);
  expect(box.unmatched).toEqual([]);
});
