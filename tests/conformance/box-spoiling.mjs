/** What can be wrong with a call. */

/**
 * A call, to be made of either.
 *
 * @typedef {{ method: string, path: string, headers: Record<string, string>, body?: string }} Call
 */

/** How long a body may be, in bytes. */
const LONGEST = 1024 * 1024;
const VALUES = [null, 5, -1, true, "", "ü\u2028\u0000", "12", [], [null], {}, { a: { b: [1] } }, 1e21, "x".repeat(300)];

/**
 * The call with something wrong.
 *
 * @param {Call} call @param {any} world @param {import("./dice.mjs").Dice} dice
 * @returns {Call}
 */
export function spoiled(call, { tokens }, dice) {
  const { method, path, headers, body } = call;
  const { authorization, ...unauthorised } = headers;
  const { version, ...unversioned } = headers;
  const { "content-type": type, ...untyped } = headers;
  const withQuery = (added) => ({ ...call, path: `${path}${path.includes("?") ? "&" : "?"}${added}` });
  const WAYS = [
    () => ({ ...call, headers: unauthorised }),
    () => ({ ...call, headers: { ...headers, authorization: dice.pick(["Bearer unknown", "Basic YTpi", "", "Bearer "]) } }),
    () => ({ ...call, headers: { ...headers, authorization: `Bearer ${dice.pick(Object.values(tokens))}` } }),
    () => ({ ...call, headers: unversioned }),
    () => ({ ...call, headers: { ...headers, version: dice.pick(["v3", "V3", "2021-07-28", "2021-04-15", "2020-01-01", "ü"]) } }),
    () => ({ ...call, method: dice.pick(["GET", "POST", "PUT", "DELETE", "PATCH"].filter((own) => own !== method)), body: undefined }),
    () => ({ ...call, path: dice.pick([`${path}x`, `/v2${path}`, path.replace("?", "/?"), path.slice(0, -1), `/${path}`, "/"]) }),
    () => withQuery(dice.pick(["page=2", "limit=-1", "limit=1e3", "skip=x", "locationId=", "companyId=unknown", "%ff=%zz", "limit=1&limit=2"])),
    () => ({ ...call, path: path.split("?")[0] }),
    () => ({ ...call, headers: untyped }),
    () => ({ ...call, ...(body && { body: dice.pick([body.slice(0, -1), "", "[]", "null", `${body}{`, "ü", '{"a":1,"a":2}']) }) }),
    () => ({ ...call, ...(body && { body: withWrongField(body, dice) }) }),
    () => ({ ...call, ...(body && { body: withWrongField(body, dice) }) }),
    // Blanks alone are wrong with it, if anything is.
    () => ({ ...call, ...(body && { body: body.padEnd(LONGEST + dice.below(2)) }) }),
  ];
  return dice.pick(WAYS)();
}

/** A JSON body with a field that is missing, or wrong, or not known. */
function withWrongField(body, dice) {
  if (!body.startsWith("{")) return `${body}&colour=blue`;
  const fields = JSON.parse(body);
  const name = dice.pick([...Object.keys(fields), "colour"]);
  if (dice.oneIn(3)) delete fields[name];
  else fields[name] = dice.pick(VALUES);
  return JSON.stringify(fields);
}
