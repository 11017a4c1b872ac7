import { invalidInput } from '@datalab/domain';
import { bytesToHex, concatBytes, hexToBytes } from '@noble/curves/utils.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/** All parts, one after the other, without separators. */
export const concat = (...parts: readonly Uint8Array[]): Uint8Array => concatBytes(...parts);

/** UTF-8, without a byte order mark. */
export const utf8 = (text: string): Uint8Array => utf8ToBytes(text);

/** Lower-case hexadecimal, two digits per byte: the one text form of keys, elements and pseudonyms. */
export const toHex = (bytes: Uint8Array): string => bytesToHex(bytes);

/** True for exactly `length` bytes in lower-case hexadecimal. */
export const isHex = (text: unknown, length: number): text is string =>
  typeof text === 'string' && text.length === 2 * length && /^[0-9a-f]*$/.test(text);

/**
 * The bytes of a lower-case hexadecimal text. `length` is the number of bytes that it must give. Throws InvalidInput naming `field`,
 * never the text: what is wrong here may be somebody's key.
 */
export function fromHex(text: string, length: number, field: string): Uint8Array {
  if (!isHex(text, length)) {
    throw invalidInput('pseudonym.hex-invalid', `"${field}" is not ${length} bytes in lower-case hexadecimal.`, [
      { field },
    ]);
  }
  return hexToBytes(text);
}

/** True when every byte is zero: the encoding of the identity, and of the scalar zero. Constant-time in the content. */
export function isZero(bytes: Uint8Array): boolean {
  let any = 0;
  for (const byte of bytes) any |= byte;
  return any === 0;
}

/** Constant-time in the content; false at once for different lengths. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i++) difference |= (a[i] as number) ^ (b[i] as number);
  return difference === 0;
}

/** I2OSP(value, 2) of RFC 8017: two bytes, big endian; 0 ≤ value ≤ 65535. */
export function twoBytes(value: number): Uint8Array {
  if (!Number.isInteger(value) || value < 0 || value > 0xffff) {
    throw invalidInput('pseudonym.too-long', 'RFC 9497 counts lengths and places in two bytes: at most 65535.');
  }
  return Uint8Array.of(value >> 8, value & 0xff);
}

/** I2OSP(len(x), 2) || x, for each part: the framing that RFC 9497 uses in every transcript. */
export function withLength(...parts: readonly Uint8Array[]): Uint8Array {
  return concat(...parts.flatMap((part) => [twoBytes(part.length), part]));
}
