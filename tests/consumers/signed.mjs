/** One request that a gateway is to judge, and ways of signing it otherwise. */

import { NOW, requestOf, signature, signedRequest, USER } from "./gateway.mjs";

export const PATH = `/users/${USER}`;
export const BODY = '{"lastName":"Ray"}';
export const SECONDS = Math.floor(NOW / 1_000);

export const KNOWN =
  "the signature is not of this request by a known key: expected one of @method, @path, @query and content-digest";
export const LATE = "the signature's time is not within 300 s of now, or is over: expected a clock that is right";

export const put = (signing, headers) => signedRequest("PUT", PATH, { body: BODY, signing, headers });
export const withHeaders = (headers) => requestOf("PUT", PATH, { body: BODY, headers });
export const PUT = { method: "PUT", path: PATH, body: BODY };
export const GOOD = signature(PUT);

/** A signature that is meant for somebody else. */
export const OTHER = { input: `proxy=("@authority" "cookie";key="a");created=1;keyid="p"`, value: "proxy=:AAAA:" };
