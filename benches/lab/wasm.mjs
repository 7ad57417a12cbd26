/** Which crate the bytes of a WebAssembly come from: by the names of its functions. */

const CODE = 10;
const NAMES = 0;
const FUNCTION_NAMES = 1;
const IMPORTS = 2;
/** What is not functions, by the number of its section. */
const SECTIONS = { 1: "types", 2: "imports", 3: "functions' types", 4: "table", 7: "exports", 9: "elements", 11: "data" };
const OWN = "ghl_users";

/**
 * @param {Uint8Array} wasm - With a section of names, which have to be demangled.
 * @returns {Record<string, number>} Bytes by crate, our own by module, and the other sections.
 */
export function bytesByCrate(wasm) {
  const sections = [...sectionsOf(wasm)];
  const names = namesOf(sections);
  const bytes = {};
  const count = (part, size) => (bytes[part] = (bytes[part] ?? 0) + size);
  for (const { id, start, end } of sections) {
    if (id === CODE) {
      const reader = new Reader(wasm, start);
      const functions = reader.number();
      for (let n = 0, index = importsOf(wasm, sections); n < functions; n++, index++) {
        const before = reader.at;
        reader.skip(reader.number());
        count(partOf(names.get(index) ?? "(unnamed)"), reader.at - before);
      }
    } else if (SECTIONS[id]) {
      count(`(${SECTIONS[id]})`, end - start);
    }
  }
  return bytes;
}

/** The crate, or our module, of a function such as `<&ghl_users[0f3a]::core::wire::Row as core[12]::fmt::Debug>::fmt`. */
function partOf(name) {
  const plain = name.replaceAll(/\[[0-9a-f]+\]/g, "");
  // A method of a slice or of another type without a path, say `<[T]>::get`: these are std's.
  if (/^<[^>:]*>::/.test(plain)) return "core";
  const path = /([a-z_]\w*(?:::\w+)*)::/i.exec(plain.replace(/^[<&*]+(?:mut |dyn )?/, ""))?.[1];
  if (path === undefined) return "(shims and exports)";
  const [crate, ...modules] = path.split("::");
  if (crate !== OWN) return crate;
  return [crate, ...modules.filter((part) => part === part.toLowerCase()).slice(0, 2)].join("::");
}

function* sectionsOf(wasm) {
  const reader = new Reader(wasm, 8);
  while (reader.at < wasm.length) {
    const id = reader.byte();
    const size = reader.number();
    yield { id, start: reader.at, end: reader.at + size, wasm };
    reader.skip(size);
  }
}

/** Functions have numbers: first those that are imported. */
function importsOf(wasm, sections) {
  const section = sections.find(({ id }) => id === IMPORTS);
  return section === undefined ? 0 : new Reader(wasm, section.start).number();
}

function namesOf(sections) {
  const names = new Map();
  for (const { id, start, end, wasm } of sections) {
    if (id !== NAMES) continue;
    const reader = new Reader(wasm, start);
    if (reader.text() !== "name") continue;
    while (reader.at < end) {
      const kind = reader.byte();
      const next = reader.number() + reader.at;
      if (kind === FUNCTION_NAMES) {
        for (let left = reader.number(); left > 0; left--) names.set(reader.number(), reader.text());
      }
      reader.at = next;
    }
  }
  if (names.size === 0) throw new Error("the WebAssembly has no names of functions: expected a build that keeps them");
  return names;
}

/** Reads what WebAssembly is written in, from a place on. */
class Reader {
  constructor(bytes, at) {
    this.bytes = bytes;
    this.at = at;
  }

  byte() {
    return this.bytes[this.at++];
  }

  /** An unsigned LEB128. */
  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  }

  skip(size) {
    this.at += size;
  }

  text() {
    const length = this.number();
    const start = this.at;
    this.skip(length);
    return Buffer.from(this.bytes.subarray(start, this.at)).toString();
  }
}
