import type { Api } from "../generated/types.js";

/** An operation as data, from which a tool can build a form. */
export interface CatalogueOperation {
  /** Its id, for `request`. */
  readonly id: string;
  readonly method: string;
  /** The path, with placeholders: `/users/{userId}`. */
  readonly path: string;
  /** The versions that have it, each with the kind of token that it takes: `agency`, `location`, `agency or location`, `none`. */
  readonly tokens: { readonly [A in Api]?: string };
  /** The scope that a token needs; empty if none is documented. */
  readonly scope: string;
  /** Whether it changes nothing. */
  readonly reads: boolean;
  readonly fields: readonly CatalogueField[];
}

/** What an operation is, in words. */
export interface CatalogueDocs {
  /** What it does. */
  readonly doc: string;
  /** What its fields are, by their names; not those within an object. */
  readonly fields: Readonly<Record<string, string>>;
}

/** A field of an operation. */
export interface CatalogueField {
  readonly name: string;
  /** A `count` is a whole number from 0; `json` is anything. */
  readonly kind: "text" | "id" | "secret" | "boolean" | "count" | "number" | "date" | "object" | "json";
  /** Whether it is a list of them. */
  readonly many: boolean;
  /** The versions that know it. */
  readonly versions: readonly Api[];
  /** The versions that require it. The client's `companyId` and `locationId` fill what is not given. */
  readonly required: readonly Api[];
  /** Where it travels; missing within an object. */
  readonly in?: "path" | "query" | "body";
  /** The words that it may be, if it may be no others. */
  readonly words?: readonly string[];
  /** The fields of an object that has any. */
  readonly fields?: readonly CatalogueField[];
}
