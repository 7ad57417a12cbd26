/** What a value has to be: simple, or one of several of its kind, or an object. */
export type Kind = "string" | "boolean" | "number" | Items | Shape;

/** An array of one kind of items, or, with `orOne`, such an item alone. */
export interface Items {
  readonly items: Kind;
  readonly orOne?: boolean;
}

/** An object with these fields. It may have others, and those that are not required may be absent or `null`. */
export interface Shape {
  /** By name, which the server may have from a prototype: `toString`. */
  readonly fields: ReadonlyMap<string, Kind>;
  readonly required: readonly string[];
  /** What any other has to be. */
  readonly others?: Kind;
}

/**
 * Reads tables such as `id! name tags[ age#;contacts.get@0`: a name, a `!` if it is required, and what it has to be. The last
 * one is about operations by their ids, and what they give.
 */
export function shapesOf(text: string): Shape["fields"] {
  const shapes: Shape[] = [];
  for (const table of text.split(";")) {
    const fields = [...table.matchAll(/([\w.+-]+)!?(\S*)/g)];
    shapes.push({
      fields: new Map(fields.map(([, name = "", kind = ""]) => [name, kindOf(kind, shapes)])),
      required: table.match(/\S+(?=!)/g) ?? [],
    });
  }
  return (shapes.at(-1) as Shape).fields;
}

const SIMPLE: Readonly<Record<string, Kind>> = { "": "string", "#": "number", "?": "boolean" };

/** Reads what a value has to be: simple; `@` a table by its place; or one of those in an array, in one or alone, or in an object. */
function kindOf(text: string, shapes: readonly Shape[]): Kind {
  const rest = text.slice(1);
  if (text[0] === "@") return shapes[Number(rest)] as Shape;
  return SIMPLE[text] ?? around(text[0] as string, kindOf(rest, shapes));
}

function around(sign: string, kind: Kind): Kind {
  return sign === "{" ? { fields: new Map(), required: [], others: kind } : { items: kind, orOne: sign === "&" };
}
