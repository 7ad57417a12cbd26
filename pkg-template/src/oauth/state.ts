const BYTES = 24;

/**
 * Makes the `state` of one authorization: 192 random bits, 32 characters that a URL can have. Keep it where only the
 * same browser brings it back from, such as a cookie (`HttpOnly`, `Secure`, `SameSite=Lax`), and let it work once.
 */
export function createState(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES));
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_");
}

/**
 * Whether the `state` that came back is the one that was sent. Without one on either side it is not.
 *
 * How long it takes depends on the lengths alone: every character is compared, and none of them decides where to go.
 *
 * @param given - What came to the redirect URI.
 * @param expected - What {@link createState} made for this browser.
 */
export function checkState(given: string | null | undefined, expected: string | null | undefined): boolean {
  if (typeof given !== "string" || typeof expected !== "string" || given === "" || expected === "") return false;
  let difference = given.length ^ expected.length;
  for (let index = 0; index < given.length; index += 1) {
    difference |= given.charCodeAt(index) ^ expected.charCodeAt(index % expected.length);
  }
  return difference === 0;
}
