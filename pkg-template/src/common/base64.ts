import { read } from "./tag.js";

/** The bytes that `text` is the base64 of, with its padding; nothing if they would be written in any other way. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> | undefined {
  const binary = read(() => atob(text));
  if (typeof binary === "symbol") return undefined;
  // `atob` skips blanks and the bits after the last byte: one signature could be written in many ways.
  if (btoa(binary) !== text) return undefined;
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

/** Bytes in base64, with its padding. */
export function textOf(bytes: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)));
}
