import { isBsn } from '@datalab/intake';
import type { Chance } from '../chance.js';

/** Text that must never come back in a message. */
export const IDENTIFIER_KINDS = ['bsn', 'email', 'iban', 'phone', 'name'] as const;
export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number];

const digits = (chance: Chance, length: number): string =>
  Array.from({ length }, () => String(chance.below(10))).join('');

/** An invented identifier of this kind: of the right form, and nobody's on purpose. */
export function inventIdentifier(kind: IdentifierKind, chance: Chance): string {
  if (kind === 'email') return `zoek.${digits(chance, 6)}@planted.example`;
  if (kind === 'iban') return iban(`INGB0${digits(chance, 9)}`);
  if (kind === 'phone') return `06${digits(chance, 8)}`;
  if (kind === 'name') return `Zoekmij van Geplant${digits(chance, 6)}`;
  for (;;) {
    const number = `9${digits(chance, 8)}`;
    if (isBsn(number)) return number;
  }
}

/** With the check digits of ISO 13616, so that it is known as one. */
function iban(account: string): string {
  const numbers = [...`${account}NL00`].map((character) => String(Number.parseInt(character, 36))).join('');
  return `NL${String(98n - (BigInt(numbers) % 97n)).padStart(2, '0')}${account}`;
}
