/** What a value has to be: simple, or one of several of its kind, or an object. */
export type Kind = "string" | "boolean" | "number" | Items | Members | Shape;

/** An array of one kind of items, or, with `orOne`, such an item alone. */
export interface Items {
  readonly items: Kind;
  readonly orOne?: boolean;
}

/** An object with any names for one kind of members, or `null`. */
export interface Members {
  readonly members: Kind;
}

/** An object with these fields. It may have others, and those that are not required may be absent or `null`. */
export interface Shape {
  readonly fields: Readonly<Record<string, Kind>>;
  readonly required: readonly string[];
}
