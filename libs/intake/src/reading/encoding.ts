import { Refusal } from './refusal.js';
import type { Encoding } from './text-decoder.js';

/** What the first bytes say; `ascii` means: nothing yet that tells UTF-8 from windows-1252. */
export type FirstGuess = Encoding | 'ascii';

const NUL_SHARE_OF_UTF16 = 0.3;
const CONTROL_SHARE_OF_BINARY = 0.02;

/**
 * The encoding of a file by its first bytes: a BOM decides; many NULs in every other byte mean UTF-16 without one; the rest is left to
 * the bytes above 127 (see decodeText). Throws Refusal where the bytes are no text.
 */
export function guessEncoding(sample: Uint8Array): FirstGuess {
  if (sample[0] === 0xef && sample[1] === 0xbb && sample[2] === 0xbf) return 'utf-8';
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le';
  if (sample[0] === 0xfe && sample[1] === 0xff) return 'utf-16be';
  const nul = [0, 0];
  let controls = 0;
  for (let i = 0; i < sample.length; i += 1) {
    const byte = sample[i]!;
    if (byte === 0) nul[i % 2]! += 1;
    else if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12) controls += 1;
  }
  const half = sample.length / 2;
  if (nul[1]! > half * NUL_SHARE_OF_UTF16 && nul[0]! < nul[1]! / 10) return 'utf-16le';
  if (nul[0]! > half * NUL_SHARE_OF_UTF16 && nul[1]! < nul[0]! / 10) return 'utf-16be';
  if (nul[0]! + nul[1]! > 0 || controls > sample.length * CONTROL_SHARE_OF_BINARY)
    throw new Refusal('file.binary', 'Dit bestand bevat geen leesbare tekst. Lever CSV of XLSX.');
  return 'ascii';
}
