import { utf8Of } from "../common/bytes.js";

/** What of a request a signature can be of. */
export interface Message {
  readonly method: string;
  readonly url: string;
  readonly headers: { get(name: string): string | null };
}

/** What a signature of ours is of, beside the body. */
export const REQUIRED = ['"@method"', '"@path"', '"@query"'];
export const DIGEST = '"content-digest"';
/** Says that a signature is for a gateway, as the parameter `tag`. */
export const TAG = '"ghl-users"';

/** Without parameters: what those of RFC 9421 ask for is never wanted here. */
const COMPONENT = /^"(@?[a-z0-9!#$%&'*+.^_`|~-]+)"$/;

/**
 * The text that is signed (RFC 9421, section 2.5), as bytes; nothing if it cannot be known, since the message lacks a
 * header, or a component is none of these.
 *
 * @param components - As they stand in `Signature-Input`, quotes included.
 * @param params - All that stands there behind the label and `=`.
 */
export function baseOf(
  { method, url, headers }: Message,
  components: readonly string[],
  params: string,
): Uint8Array<ArrayBuffer> | undefined {
  const { protocol, host, pathname, search, href } = new URL(url);
  const derived: Readonly<Record<string, string>> = {
    "@method": method,
    "@target-uri": href,
    "@authority": host,
    "@scheme": protocol.slice(0, -1),
    "@request-target": pathname + search,
    "@path": pathname,
    "@query": search || "?",
  };
  const lines: string[] = [];
  for (const component of components) {
    const name = COMPONENT.exec(component)?.[1];
    const value = name && (name.startsWith("@") ? derived[name] : headers.get(name));
    if (typeof value !== "string" || name === undefined) return undefined;
    lines.push(`${component}: ${value}`);
  }
  return utf8Of([...lines, `"@signature-params": ${params}`].join("\n"));
}
