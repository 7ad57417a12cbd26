import { utf8Of } from "../common/bytes.js";

const HEAD = utf8Of('{"users":[{"id":"filler"}');
const USER = utf8Of(',{"id":"filler"}');
const TAIL = utf8Of("]}");
const SPACE = 32;

/** A body of any length that is never held in memory: a JSON list of users, JSON to the last byte if it has one. */
export function fillerOf(length: number): (from: number, size: number) => Uint8Array<ArrayBuffer> {
  const tail = length - TAIL.length;
  const users = Math.floor((tail - HEAD.length) / USER.length) * USER.length;
  const letter = (at: number): number | undefined => {
    const inUsers = at - HEAD.length;
    if (inUsers < 0) return HEAD[at];
    if (inUsers < users) return USER[inUsers % USER.length];
    return at < tail ? SPACE : TAIL[at - tail];
  };
  return (from, size) => {
    const bytes = new Uint8Array(size);
    for (let place = 0; place < size; place += 1) bytes[place] = letter(from + place) as number;
    return bytes;
  };
}
