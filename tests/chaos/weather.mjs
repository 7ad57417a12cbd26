/** Everything that a server, or what stands before it, can do to a call: how often, and what. */

const HTML = "<!doctype html><title>502 Bad Gateway</title><h1>502 Bad Gateway</h1>";
const MEBIBYTE = 1024 * 1024;
const json = (body) => ({ body, contentType: "application/json" });

/** @param {string} elsewhere - Another origin. */
export const faults = (elsewhere) =>
  [
    // Connections that break, before the call and after it, in the head and in the body.
    [6, { drop: "call" }],
    [6, { drop: "answer" }],
    [4, { drop: "body" }],
    [4, { drop: "rest" }],
    [4, { drop: "rest", chunked: true }],
    [1, { drop: "call", times: 20 }],

    // A call that was carried out, though its answer says otherwise.
    [4, { status: 502, body: HTML, contentType: "text/html", execute: true }],
    [2, { status: 504, execute: true }],

    // Bursts.
    [0.4, { status: 500, times: 20 }],
    [0.4, { status: 503, headers: { "Retry-After": "0" }, times: 20 }],
    [0.4, { status: 429, headers: { "Retry-After": "1" }, times: 20 }],
    [0.4, { status: 429, headers: { "retry-after-ms": "20" }, times: 40 }],
    [0.4, { status: 429, headers: { "X-RateLimit-Interval-Milliseconds": "100" }, times: 20 }],
    [0.4, { status: 429, times: 20 }],
    [1, { status: 429, headers: { "Retry-After": "3600" } }],
    [1, { status: 429, headers: { "Retry-After": "Thu, 01 Jan 1970 00:00:00 GMT" } }],
    [1, { status: 429, headers: { "Retry-After": "soon, -1, 1e999" } }],
    [1, { status: 503, headers: { "Retry-After": "99999999999999999999999999" } }],
    [
      1,
      {
        headers: { "X-RateLimit-Max": "-1", "X-RateLimit-Remaining": "NaN", "X-RateLimit-Interval-Milliseconds": "0" },
      },
    ],

    // Other words than expected.
    [2, { status: 200, body: HTML, contentType: "text/html" }],
    [2, { status: 200, ...json(HTML) }],
    [2, { status: 200, ...json("") }],
    [2, { status: 204 }],
    [1, { status: 304 }],
    [1, { status: 299, ...json({}) }],
    [1, { status: 418, ...json({ message: { deep: ["odd"] } }) }],
    [1, { status: 400, ...json({ message: [1, null, { message: "x" }, "a true reason"], error: 5 }) }],
    [1, { status: 422, ...json("null") }],
    [1, { status: 500, body: "e".repeat(200_000) }],
    [1, { status: 401, ...json({ statusCode: 401, message: "Invalid JWT" }) }],
    [1, { status: 403, ...json("[".repeat(20_000)) }],
    [1, { status: 599 }],

    // Wrong types, and JSON that breaks off.
    [2, { ...json({ users: "none", count: "many" }) }],
    [2, { ...json({ users: null, id: 5 }) }],
    [2, { ...json([]) }],
    [1, { ...json("null") }],
    [1, { ...json("true") }],
    [1, { ...json('"text"') }],
    [1, { ...json("[".repeat(20_000)) }],
    [1, { ...json('{"__proto__":{"users":[]},"constructor":null}') }],
    [4, { truncateAt: 40 }],
    [2, { truncateAt: 1 }],

    // Too much, for ever, slowly, late.
    [1, { bodyBytes: 2 * MEBIBYTE }],
    [1, { bodyBytes: 2 * MEBIBYTE, chunked: true }],
    [1, { bodyBytes: 2 * MEBIBYTE, status: 500 }],
    [1, { bodyBytes: 2 * MEBIBYTE, drop: "rest" }],
    [1, { bodyBytes: "endless" }],
    [1, { bodyBytes: "endless", pace: { bytes: 4096, everyMs: 50 } }],
    [2, { pace: { bytes: 100, everyMs: 2 } }],
    [0.5, { pace: { bytes: 1, everyMs: 1_000 } }],
    [2, { delayMs: 200 }],
    [0.5, { delayMs: 20_000 }],

    // Elsewhere.
    ...[301, 302, 303, 307, 308].map((status) => [1, { status, headers: { Location: `${elsewhere}/taken` } }]),
    [1, { status: 307, headers: { Location: "/users/search?companyId=elsewhere" } }],
    [1, { status: 302 }],
  ].map(([weight, fault]) => ({ weight: weight * 10, fault }));

/** Against the sum of these weights, so many calls meet no fault. */
export const CALM = 2_200;
