// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { HighLevel } from "ghl-users";
import { createSandbox } from "ghl-users/sandbox";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Users } from "./Users.js";

const box = createSandbox();
const ghl = new HighLevel({
  token: box.tokens.agency,
  companyId: box.ids.companyId,
  fetch: box.fetch,
  // jsdom looks like a page, where a token would be for everyone to read. This one is made up.
  dangerouslyAllowBrowser: true,
});

beforeEach(() => box.reset());
afterEach(() => {
  cleanup();
  // Nothing was asked that HighLevel does not have.
  expect(box.unmatched).toEqual([]);
});

/** How many lines there are, once there is any. */
const countOf = async () => (await screen.findAllByRole("listitem")).length;

test("shows everybody, whatever pages it takes", async () => {
  render(<Users ghl={ghl} />);
  expect(await countOf()).toBe(120);
});

test("deletes somebody, once, for good", async () => {
  const [user] = (await ghl.users.search({ limit: 1 })).users;
  render(<Users ghl={ghl} />);
  await countOf();
  fireEvent.click(screen.getByText(`Delete ${user.email}`));
  await waitFor(() => expect(screen.queryByText(`Delete ${user.email}`)).toBeNull());
  const deletions = box.requests.filter(({ operation }) => operation === "users.delete");
  expect(deletions.map(({ path }) => path)).toEqual([`/users/${user.id}`]);

  box.clock.tick(2_000);
  cleanup();
  render(<Users ghl={ghl} />);
  expect(await countOf()).toBe(119);
});

test("says who is still there when HighLevel refuses", async () => {
  box.fault({ status: 403, only: { operation: "users.delete" } });
  const [user] = (await ghl.users.search({ limit: 1 })).users;
  render(<Users ghl={ghl} />);
  await countOf();
  fireEvent.click(screen.getByText(`Delete ${user.email}`));
  expect((await screen.findByRole("alert")).textContent).toBe(`${user.name} is still there: you may not do this`);
  expect(await countOf()).toBe(120);
});
