/** npm's `http-message-signatures`. */

import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { httpbis } from "http-message-signatures";

const TAG = "ghl-users";
const COVERED = ["@method", "@path", "@query"];

/** What the library makes of requests. @param {"sign" | "verify"} act @param {object} key @param {object[]} requests */
export function ask(act, key, requests) {
  return Promise.all(requests.map((request) => ACTS[act](key, request)));
}

const ACTS = {
  /** The headers of the request when it is signed. */
  async sign({ keyId, secret }, { method, url, headers, body, nonce }) {
    const digest = body && `sha-256=:${createHash("sha256").update(body).digest("base64")}:`;
    const config = {
      key: { id: keyId, alg: "hmac-sha256", sign: async (data) => createHmac("sha256", secret).update(data).digest() },
      fields: [...COVERED, ...(body ? ["content-digest"] : [])],
      params: ["created", "nonce", "keyid", "alg", "tag"],
      paramValues: { nonce, tag: TAG },
    };
    const all = { ...headers, ...(digest && { "Content-Digest": digest }) };
    return (await httpbis.signMessage(config, { method, url, headers: all })).headers;
  },

  /** Who signed the request, or why it is not good. What it is of, the digest aside, is the library's business. */
  async verify({ keyId, secret }, { method, url, headers, body }) {
    const digest = `sha-256=:${createHash("sha256").update(body).digest("base64")}:`;
    if (headers["content-digest"] !== digest) return { error: "digest" };
    const verify = async (data, signature) =>
      timingSafeEqual(createHmac("sha256", secret).update(data).digest(), signature);
    let found;
    const config = {
      keyLookup: async (params) => {
        found = params;
        return params.tag === TAG && params.keyid === keyId ? { id: keyId, algs: ["hmac-sha256"], verify } : null;
      },
      requiredFields: [...COVERED, "content-digest"],
      requiredParams: ["created", "nonce", "keyid", "tag"],
      maxAge: 300,
    };
    const isGood = await httpbis.verifyMessage(config, { method, url, headers });
    return isGood ? { keyId: found.keyid, nonce: found.nonce } : { error: "signature" };
  },
};
