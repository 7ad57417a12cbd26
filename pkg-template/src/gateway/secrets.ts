/** How much of a secret's end is looked for, before all of it is: the pattern of a long token takes its time. */
const END = 16;

/** How HTML writes what it cannot have as it is. */
const ENTITIES: Readonly<Record<string, string>> = { "&": "amp", "<": "lt", ">": "gt", '"': "quot", "'": "apos" };

/** `text` with `[redacted]` in place of each secret, also as JSON, a URL or HTML would write it. */
export function redacted(text: string, secrets: readonly string[]): string {
  const longestFirst = secrets.filter((secret) => secret !== "").sort((a, b) => b.length - a.length);
  return longestFirst.reduce((clean, secret) => {
    const isThere = clean.search(patternOf(secret.slice(-END))) >= 0;
    return isThere ? clean.replace(patternOf(secret), "[redacted]") : clean;
  }, text);
}

function patternOf(secret: string): RegExp {
  return new RegExp([...secret].map(forms).join(""), "gi");
}

function forms(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16).padStart(2, "0");
  const literal = character.replace(/\W/, "\\$&");
  const escaped = /["/\\]/.test(character) ? `\\\\${literal}` : literal;
  const entity = ENTITIES[character];
  return `(?:${escaped}|${literal}|\\\\u00${hex}|%${hex}|&#(?:0*${code}|x0*${hex});${entity ? `|&${entity};` : ""})`;
}
