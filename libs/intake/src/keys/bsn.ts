/** Why a cell gives no BSN. `failed_elfproef` is a mistyped number, or another number than a BSN. */
export const BSN_REFUSALS = ['missing', 'malformed', 'failed_elfproef'] as const;
export type BsnRefusal = (typeof BSN_REFUSALS)[number];

/**
 * The *elfproef* for a BSN (burgerservicenummer): Σ weight · digit over nine digits, weights 9…2 and −1, is a multiple of eleven, and the
 * number is not all zeros. One in eleven random nine-digit numbers passes.
 */
export function isBsn(digits: string): boolean {
  if (!/^\d{9}$/.test(digits) || digits === '000000000') return false;
  // Without an array: the screening asks it of every number of nine digits in a file.
  let sum = -Number(digits[8]);
  for (let i = 0; i < 8; i += 1) sum += (9 - i) * Number(digits[i]);
  return sum % 11 === 0;
}

/**
 * The canonical nine digits of a BSN as partners write it: spaces, dots and hyphens between the digits are dropped, and a lost leading zero
 * (a spreadsheet made it a number) is put back on eight digits. Anything else gives the cause, never the value.
 */
export function canonicalBsn(raw: string | null | undefined): { bsn: string } | { refusal: BsnRefusal } {
  const text = (raw ?? '').trim();
  if (text === '') return { refusal: 'missing' };
  const digits = text.replace(/(?<=\d)[ .-](?=\d)/g, '');
  if (!/^\d{8,9}$/.test(digits)) return { refusal: 'malformed' };
  const bsn = digits.padStart(9, '0');
  return isBsn(bsn) ? { bsn } : { refusal: 'failed_elfproef' };
}
