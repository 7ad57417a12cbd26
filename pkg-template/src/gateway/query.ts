import { Refusal } from "./refusal.js";
import type { Match } from "./route.js";

/** What a URL's query may hold unencoded, but for what some servers take apart: `;`, `[`, `]` and `=`. */
const VALUE = /^(?:[\w.~!$'()*+,:@/?-]|%[0-9a-f]{2})*$/i;

/**
 * The parameters of a query, decoded.
 *
 * @throws {Refusal} 400 for one that the operation does not take, that comes twice, or that could be read in two ways.
 */
export function parametersOf({ route, query }: Match): Record<string, string> {
  const parameters: Record<string, string> = {};
  if (query === "") return parameters;
  for (const pair of query.split("&")) {
    const [name = "", value, ...more] = pair.split("=");
    const isNew = route.query.includes(name) && !Object.hasOwn(parameters, name);
    const decoded = value === undefined || more.length > 0 ? undefined : decode(value);
    if (!isNew || decoded === undefined) throw malformed(route.id, route.query);
    parameters[name] = decoded;
  }
  return parameters;
}

function decode(value: string): string | undefined {
  if (!VALUE.test(value)) return undefined;
  try {
    return decodeURIComponent(value.replaceAll("+", " "));
  } catch {
    return undefined;
  }
}

function malformed(operation: string, known: readonly string[]): Refusal {
  const expected = known.length === 0 ? "expected no query" : `expected each of ${known.join(", ")} at most once`;
  return new Refusal(
    400,
    `${operation}: the query has a parameter that is unknown, repeated or malformed: ${expected}`,
  );
}
