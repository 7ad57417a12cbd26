/** A value, or a list of values, in a dictionary of RFC 8941 (structured fields). */
export interface Member {
  /** The value as that RFC writes it. Nothing if it is a list. */
  readonly value?: string;
  /** The values of a list as that RFC writes them, each with its parameters. */
  readonly items?: readonly string[];
  /** The parameters by their names, as that RFC writes their values. */
  readonly params: ReadonlyMap<string, string>;
  /** All of the member behind its name and `=`, as that RFC writes it, whatever blanks it came with. */
  readonly text: string;
}

/** What a name without a value has. */
const TRUE = "?1";
const KEY = "[a-z*][a-z0-9_.*-]*";
const STRING = String.raw`"(?:[ !#-[\]-~]|\\["\\])*"`;
const BYTES = ":[A-Za-z0-9+/=]*:";
const NUMBER = String.raw`-?\d{1,12}\.\d{1,3}|-?\d{1,15}`;
const TOKEN = "[A-Za-z*][\\w!#$%&'*+.^`|~:/-]*";
const VALUE = String.raw`(?:${STRING}|${BYTES}|${NUMBER}|\?[01]|${TOKEN})`;
const PARAMS = `(?:; *${KEY}(?:=${VALUE})?)*`;
const LIST = String.raw`\( *(?:${VALUE}${PARAMS}(?: +${VALUE}${PARAMS})* *)?\)`;
const MEMBER = `${KEY}(?:=(?:${LIST}|${VALUE}))?${PARAMS}`;

// What follows a value or a name is none of their characters, so there is one way to read a text, and no way back
// that takes long.
const DICTIONARY = new RegExp(`^ *(?:${MEMBER}(?:[ \\t]*,[ \\t]*${MEMBER})*[ \\t]*)?$`);
const EACH_MEMBER = new RegExp(`(${KEY})(?:=(?:(${LIST})|(${VALUE})))?(${PARAMS})`, "g");
const EACH_ITEM = new RegExp(`(${VALUE})(${PARAMS})`, "g");
const EACH_PARAM = new RegExp(`; *(${KEY})(?:=(${VALUE}))?`, "g");

/**
 * The dictionary that a header's value is; nothing if it is none. Of two members with the same name, and of two such
 * parameters, the last one counts.
 */
export function dictionaryOf(field: string): ReadonlyMap<string, Member> | undefined {
  if (!DICTIONARY.test(field)) return undefined;
  const members = new Map<string, Member>();
  for (const [, name = "", list, value = TRUE, given = ""] of field.matchAll(EACH_MEMBER)) {
    const params = paramsOf(given);
    members.set(name, list === undefined ? itemOf(value, params) : listOf(list, params));
  }
  return members;
}

function itemOf(given: string, params: Member["params"]): Member {
  const value = written(given);
  return { value, params, text: value + textOf(params) };
}

function listOf(list: string, params: Member["params"]): Member {
  const items = [...list.matchAll(EACH_ITEM)].map(([, value = "", given = ""]) => itemOf(value, paramsOf(given)).text);
  return { items, params, text: `(${items.join(" ")})${textOf(params)}` };
}

function paramsOf(given: string): Member["params"] {
  return new Map([...given.matchAll(EACH_PARAM)].map(([, name = "", value = TRUE]) => [name, written(value)]));
}

function textOf(params: Member["params"]): string {
  return [...params].map(([name, value]) => (value === TRUE ? `;${name}` : `;${name}=${value}`)).join("");
}

/** A value without zeros that mean nothing: of the others there is one form. */
function written(value: string): string {
  if (!/^[\d-]/.test(value)) return value;
  const number = Number(value);
  return value.includes(".") && Number.isInteger(number) ? number.toFixed(1) : String(number);
}
