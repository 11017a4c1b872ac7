import { marksOf } from './cell-marks.js';
import type { ScreenedKind } from './screened-kind.js';

/**
 * What a text that somebody typed (a remark, a registration card) tells of a person: e-mail, account number, telephone, address, or a
 * number that passes the elfproef. One number is enough: nobody needs nine digits to explain a registration. Empty where it tells nothing;
 * names are not recognised.
 */
export function screenText(text: string): ScreenedKind[] {
  const kinds = new Set<ScreenedKind>();
  for (const line of text.split(/\r?\n/)) {
    // A word alone is looked at as a cell that is a code; a text is not.
    const { email, iban, phone, address, passing } = marksOf(`${line} `);
    if (email) kinds.add('email');
    if (iban) kinds.add('iban');
    if (phone !== undefined) kinds.add('phone');
    if (address) kinds.add('address');
    if (passing > 0) kinds.add('bsn');
  }
  return [...kinds];
}
