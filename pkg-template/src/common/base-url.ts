/** The hosts of this machine, to which http is as good as https. */
export const LOOPBACK = /^((.+\.)?localhost\.?|\[::1\]|127(\.\d*){3})$/i;

/** Says what is wrong with a URL before every path, if anything is. The engine has the same rules. */
export function problemOf(url: string): string | undefined {
  const [, scheme, host] = /^(https?):\/\/(\[[^/\]]*\]|[^[:/][^:/]*)/i.exec(url) ?? [];
  if (host === undefined) return "has no host";
  if (!/^[!-~]*$/.test(url) || /[?#\\@]/.test(url)) return "has one of ? # @ \\, white space or a non-ASCII character";
  if (scheme?.toLowerCase() === "http" && !LOOPBACK.test(host)) return "would send the token unencrypted";
  return undefined;
}
