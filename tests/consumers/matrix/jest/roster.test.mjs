import { expect, test } from "@jest/globals";
import { HighLevel } from "ghl-users";
import { roster } from "./roster.mjs";

test("lists the users and reads one", async () => {
  const { ids, first } = await roster(HighLevel, process.env);
  expect(ids).toHaveLength(Number(process.env.GHL_USER_COUNT));
  expect(first.id).toBe(ids[0]);
});
