const ZERO_WIDTH = /[\u200B-\u200D\u2060\uFEFF]/g;
const ACCENTS = /\p{M}/gu;

/** A name as it is compared: no case, no accents, no zero-width characters, every run of other signs one space. */
export function foldName(name: string): string {
  return name
    .replace(ZERO_WIDTH, '')
    .normalize('NFD')
    .replace(ACCENTS, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The name as it is left where an export dropped every letter with an accent ("Chassé" became "Chass"). */
export function foldLossyName(name: string): string {
  return foldName(name.normalize('NFC').replace(/[^\p{ASCII}]/gu, ''));
}
