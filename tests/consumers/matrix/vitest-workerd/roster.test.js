import { env } from "cloudflare:workers";
import { HighLevel } from "ghl-users";
import { expect, test } from "vitest";
import { roster } from "./roster.mjs";

test("lists the users and reads one", async () => {
  expect(navigator.userAgent).toBe("Cloudflare-Workers");
  const { ids, first } = await roster(HighLevel, env);
  expect(ids).toHaveLength(Number(env.GHL_USER_COUNT));
  expect(first.id).toBe(ids[0]);
});
