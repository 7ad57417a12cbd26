/** How an answer differs from what the file of its operation says, or from what we declare, in a few words each. */

/**
 * @param {{ said: any, validator: import("openapi-backend").OpenAPIValidator }} judge
 * @param {import("./catalogue-answers.mjs").Answer} answer
 * @param {(body: any) => unknown[]} [partsOf] - What of it the file describes.
 * @returns {string[]}
 */
export function differencesOf({ said, validator }, { status, body, isJson, refused }, partsOf = (body) => [body]) {
  const ours = refused ? [`is refused: ${refused}`] : [];
  const documented = said.responses[status];
  if (!documented) return [...ours, `status ${status} is not documented`];
  if (!documented.content?.["application/json"]?.schema) return [...ours, "has no schema"];
  if (!isJson) return [...ours, "is no JSON"];
  const errors = partsOf(body).flatMap((part) => validator.validateResponse(part, said, status).errors ?? []);
  return [...ours, ...errors.map(inWords)];
}

/** An error, with the place of it in an answer of whatever length. */
function inWords({ instancePath, keyword, message, params }) {
  const place = instancePath.slice(1).replace(/(^|\/)\d+(?=\/|$)/g, "[]").replaceAll("/", ".");
  const member = (name) => (place ? `${place}.${name}` : name);
  if (keyword === "additionalProperties") return `${member(params.additionalProperty)} is unknown`;
  if (keyword === "required") return `${member(params.missingProperty)} is missing`;
  return `${place || "all of it"} ${message}`;
}
