// @vitest-environment jsdom
import { HighLevel } from "ghl-users";
import { expect, test } from "vitest";
import { roster } from "./roster.mjs";

test("lists the users and reads one", async () => {
  expect(document.createElement("output").value).toBe("");
  const { ids, first } = await roster(HighLevel, process.env);
  expect(ids).toHaveLength(Number(process.env.GHL_USER_COUNT));
  expect(first.id).toBe(ids[0]);
});
