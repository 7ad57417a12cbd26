"use client";

import { HighLevel } from "ghl-users";
import { socialPosting } from "ghl-users/catalogue";
import { createSandbox } from "ghl-users/sandbox";
import { signed } from "ghl-users/signing";
import { poll } from "ghl-users/triggers";
import { useEffect, useState } from "react";
import { roster } from "../roster.mjs";

export function ClientRoster() {
  const [answer, setAnswer] = useState();
  useEffect(() => {
    const environment = Object.fromEntries(new URLSearchParams(location.search));
    roster({ HighLevel, socialPosting, createSandbox, signed, poll }, environment).then(setAnswer, (error) => setAnswer({ error: String(error) }));
  }, []);
  return <output>{answer && JSON.stringify(answer)}</output>;
}
