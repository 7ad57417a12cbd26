/** The fewest bits that an RSA key may have. */
const RSA_BITS = 2_048;
/** The prime that Ed25519 counts by. */
const P = 2n ** 255n - 19n;

/**
 * Whether a key accepts what somebody without the private one can make. An Ed25519 key that may not be exported cannot
 * be looked at: whoever imported it has done so.
 */
export async function isWeak(key: CryptoKey): Promise<boolean> {
  const { modulusLength, publicExponent } = key.algorithm as RsaKeyAlgorithm;
  if (modulusLength !== undefined) return modulusLength < RSA_BITS || !isExponent(numberOf(publicExponent));
  if (!key.extractable) return false;
  return isOfSmallOrder(new Uint8Array(await crypto.subtle.exportKey("raw", key)));
}

/** An even one has no inverse, and with 1 every signature is its own text. */
const isExponent = (exponent: bigint): boolean => exponent > 1n && exponent % 2n === 1n;

/** Whether a point has no more than eight multiples, or its height could be written in another way, too. */
function isOfSmallOrder(point: Uint8Array): boolean {
  const y = numberOf(point.reverse()) % 2n ** 255n;
  // Where twice the point lies at 0: x² = -y² in -x² + y² = 1 + dx²y², with d = -121665/121666.
  const isOfOrder8 = (121_665n * y ** 4n - 243_332n * y ** 2n + 121_666n) % P === 0n;
  return isOfOrder8 || y <= 1n || y >= P - 1n;
}

/** The number that bytes are, the highest first. */
function numberOf(bytes: Uint8Array): bigint {
  return bytes.reduce((number, byte) => number * 256n + BigInt(byte), 0n);
}
