/** The ways in which servers, proxies and libraries write a text: each takes it character by character. */

const hex = (code, digits) => code.toString(16).padStart(digits, "0");
const bytesOf = (text) => [...Buffer.from(text)];
const codeOf = (character) => character.codePointAt(0);
const each = (write) => (text) => Array.from(text, (character) => write(character)).join("");
const units = (write) => (text) => text.replace(/./gs, (unit) => write(unit.charCodeAt(0)));
const lower = (write) => (text) => write(text).replace(/%../g, (byte) => byte.toLowerCase());

const json = (text) => JSON.stringify(text).slice(1, -1);
const form = (text) => new URLSearchParams({ text }).toString().slice("text=".length);

const NAMES = { "&": "amp", "<": "lt", ">": "gt", '"': "quot" };
const named = (apostrophe, end = ";") =>
  each((character) => {
    if (character === "'") return apostrophe;
    return character in NAMES ? `&${NAMES[character]}${end}` : character;
  });

/** By name. What is written so is found, whatever is written so again. */
export const NOTATIONS = {
  plain: (text) => text,
  JSON: json,
  "JSON with slashes escaped": (text) => json(text).replaceAll("/", "\\/"),
  "JSON in ASCII": (text) => json(text).replace(/[^ -~]/g, (unit) => `\\u${hex(unit.charCodeAt(0), 4)}`),
  "JSON with every character escaped": units((code) => `\\u${hex(code, 4)}`),
  "JSON with every character escaped in capitals": units((code) => `\\u${hex(code, 4).toUpperCase()}`),
  "a part of a URL": encodeURIComponent,
  "a part of a URL in lower case": lower(encodeURIComponent),
  "a URL": encodeURI,
  "a form": form,
  "a form in lower case": lower(form),
  "a URL with every byte escaped": (text) => bytesOf(text).map((byte) => `%${hex(byte, 2)}`).join(""),
  HTML: named("&#39;"),
  "HTML with names": named("&apos;"),
  "HTML without semicolons": named("&#39;", ""),
  "HTML with every character in decimal": each((character) => `&#${codeOf(character)};`),
  "HTML with zeros before decimals": each((character) => `&#000${codeOf(character)};`),
  "HTML with every character in hexadecimal": each((character) => `&#x${hex(codeOf(character), 2)};`),
  "HTML with zeros before hexadecimals in capitals": each(
    (character) => `&#X00${hex(codeOf(character), 2).toUpperCase()};`,
  ),
  "HTML in decimal without semicolons": each((character) => `&#${codeOf(character)}`),
  "HTML in hexadecimal without semicolons": each((character) => `&#x${hex(codeOf(character), 2)}`),
};

/** Writes a text in one notation after the other. */
export const written = (text, names) => names.reduce((inner, name) => NOTATIONS[name](inner), text);
