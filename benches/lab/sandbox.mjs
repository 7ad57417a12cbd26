/** The sandbox: a native server of HighLevel's API, on loopback. */

const { GHL_SANDBOX_URL: baseUrl } = process.env;
if (!baseUrl) throw new Error("GHL_SANDBOX_URL is not set: expected the address of a sandbox");

async function ask(name, body) {
  const reply = await fetch(`${baseUrl}/__sandbox/${name}`, body && { method: "POST", body: JSON.stringify(body) });
  if (!reply.ok) throw new Error(`the sandbox answered ${name} with ${reply.status}: ${await reply.text()}`);
  return reply.json();
}

/** A limit that is never reached: our client would believe one that the server names, and wait. */
const PLENTY = { rateLimit: { requests: 10_000, perMs: 100, window: "fixed" }, dailyLimit: 1_000_000_000, logSize: 0 };

/** One of its users, freshly seeded, and how to get there. */
export async function aUser() {
  await ask("reset", PLENTY);
  const { companyId, tokens } = await ask("seed");
  const server = { baseUrl, token: tokens.agency };
  const headers = { authorization: `Bearer ${tokens.agency}`, version: "2021-07-28" };
  const reply = await fetch(`${baseUrl}/users/search?companyId=${companyId}&limit=1`, { headers });
  const { users } = await reply.json();
  return { server, id: users[0].id };
}
