const RATES = ["max", "remaining", "interval-milliseconds", "limit-daily", "daily-remaining"];

/**
 * What a careful program would write around `fetch` for the same: an end after so much time, no redirect, no body without
 * an end, what is left of the rate limit. So it shows what these duties cost by themselves.
 *
 * @type {import("../peers.mjs").Connect}
 */
export function connect({ baseUrl, token }) {
  const headers = { authorization: `Bearer ${token}`, version: "2021-07-28", accept: "application/json" };
  const left = {};
  return async (userId) => {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), 30_000);
    try {
      const init = { headers, redirect: "manual", signal: controller.signal };
      const response = await fetch(`${baseUrl}/users/${userId}`, init);
      for (const name of RATES) left[name] = Number(response.headers.get(`x-ratelimit-${name}`));
      if (!response.ok) throw new Error(`status ${response.status}`);
      return JSON.parse(await textOf(response.body.getReader(), 32 * 1024 * 1024));
    } finally {
      clearTimeout(timer);
    }
  };
}

async function textOf(reader, most) {
  const parts = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    length += value.byteLength;
    if (length > most) throw new Error(`more than ${most} bytes`);
  }
  return new TextDecoder().decode(parts.length === 1 ? parts[0] : await new Blob(parts).arrayBuffer());
}
