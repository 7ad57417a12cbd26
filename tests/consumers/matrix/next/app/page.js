import { HighLevel } from "ghl-users";
import { socialPosting } from "ghl-users/catalogue";
import { createSandbox } from "ghl-users/sandbox";
import { signed } from "ghl-users/signing";
import { poll } from "ghl-users/triggers";
import { connection } from "next/server";
import { roster } from "../roster.mjs";
import { ClientRoster } from "./client-roster.js";

export default async function Page() {
  // Not when the app is built, but when somebody asks.
  await connection();
  return (
    <>
      <output>{JSON.stringify(await roster({ HighLevel, socialPosting, createSandbox, signed, poll }, process.env))}</output>
      <ClientRoster />
    </>
  );
}
