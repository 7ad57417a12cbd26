import { Refusal } from "./refusal.js";
import type { Match } from "./route.js";

/** What a URL's query may hold unencoded, but for what some servers take apart: `;`, `[`, `]` and a second `=`. */
const PAIR = /^(\w+)=((?:[\w.~!$'()*+,:@/?-]|%[0-9a-f]{2})*)$/i;

/**
 * The parameters of a query, decoded.
 *
 * @throws {Refusal} 400 for one that the operation does not take, that comes twice, or that could be read in two ways.
 */
export function parametersOf({ route, query }: Match): Record<string, string> {
  const parameters: Record<string, string> = {};
  for (const pair of query === "" ? [] : query.split("&")) {
    const [, name = "", value = ""] = PAIR.exec(pair) ?? [];
    const decoded = decode(value);
    if (!route.query.includes(name) || Object.hasOwn(parameters, name) || decoded === undefined) {
      const expected = route.query.length === 0 ? "no query" : `each of ${route.query.join(", ")} at most once`;
      const problem = "the query has a parameter that is unknown, repeated or malformed";
      throw new Refusal(400, `${route.id}: ${problem}: expected ${expected}`);
    }
    parameters[name] = decoded;
  }
  return parameters;
}

function decode(value: string): string | undefined {
  try {
    return decodeURIComponent(value.replaceAll("+", " "));
  } catch {
    return undefined;
  }
}
