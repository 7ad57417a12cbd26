import { HighLevel } from "ghl-users";
import { socialPosting } from "ghl-users/catalogue";
import { createSandbox } from "ghl-users/sandbox";
import { signed } from "ghl-users/signing";
import { poll } from "ghl-users/triggers";
import { roster } from "../../roster.mjs";

export const runtime = "edge";

export async function GET() {
  if (typeof EdgeRuntime !== "string") throw new Error("this is not the edge runtime");
  return Response.json(await roster({ HighLevel, socialPosting, createSandbox, signed, poll }, process.env));
}
