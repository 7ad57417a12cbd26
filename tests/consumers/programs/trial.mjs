// One trial of ghl-users/server, described by JSON, so that it runs alike in every runtime.

const bytesOf = (base64) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

/** What a fetch handler has, what a framework with text has, and what one with bytes has. */
const DELIVERIES = {
  request: ({ body, headers }) =>
    new Request("https://app.example.com/hook", { method: "POST", headers, body: bytesOf(body) }),
  text: ({ body, headers }) => ({ body: new TextDecoder().decode(bytesOf(body)), headers }),
  bytes: ({ body, headers }) => ({ body: bytesOf(body), headers }),
  buffer: ({ body, headers }) => ({ body: bytesOf(body).buffer, headers: new Headers(headers) }),
};

const CALLS = {
  decryptSso: ({ decryptSso }, { payload, secret }) => decryptSso(payload, secret),
  verifyWebhook({ verifyWebhook }, { form = "request", now, known, options, ...delivery }) {
    const seen = known && (async (id) => known.includes(id));
    return verifyWebhook(DELIVERIES[form](delivery), { now: () => now, seen, ...options });
  },
};

/** Makes the call, and gives what it resolved to or which error it failed with. */
export async function trial(server, { call, ...input }) {
  try {
    return { value: await CALLS[call](server, input) };
  } catch (error) {
    if (!server.isHighLevelError(error)) throw error;
    return { error: error.toJSON(), hasCause: "cause" in error };
  }
}
