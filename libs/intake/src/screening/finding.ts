import { isAnswerable } from './answering.js';
import type { ScreenedKind } from './screened-kind.js';

/** Something personal in a column: which kind, where first, how often. Never the value. */
export interface Finding {
  column: string;
  /** The canonical field that this column becomes; absent where the column is dropped before anything leaves the partner. */
  field?: string;
  kind: ScreenedKind;
  /** First row where it was seen; the row of the header where its name gives it away. */
  row: number;
  /** Cells in which it was seen; 0 where only the name of the column says so. */
  count: number;
  message: string;
}

/** A finding that the steward has answered as a false alarm, with a reason that is kept in the audit log. */
export interface AnsweredFinding {
  column: string;
  kind: ScreenedKind;
}

export const FINDING_MESSAGES: Readonly<Record<ScreenedKind, string>> = {
  bsn: 'Deze kolom bevat burgerservicenummers.',
  phone: 'Deze kolom bevat telefoonnummers.',
  email: 'Deze kolom bevat e-mailadressen.',
  iban: 'Deze kolom bevat rekeningnummers (IBAN).',
  address: 'Deze kolom bevat adressen (postcode of straat met huisnummer).',
  person_name: 'Deze kolom bevat volgens zijn naam namen van personen.',
  date_of_birth: 'Deze kolom bevat volgens zijn naam geboortegegevens.',
  free_text: 'Deze kolom bevat vrije tekst, waarin personen genoemd kunnen zijn.',
  special_category:
    'Deze kolom bevat volgens zijn naam bijzondere persoonsgegevens (zoals afkomst, geloof of gezondheid).',
};

/** The findings that were not answered. An answer to a kind that cannot be a false alarm (`isAnswerable`) counts for nothing. */
export const unanswered = (findings: readonly Finding[], answered: readonly AnsweredFinding[]): Finding[] =>
  findings.filter(
    ({ column, kind }) =>
      !isAnswerable(kind) || !answered.some((answer) => answer.column === column && answer.kind === kind),
  );
