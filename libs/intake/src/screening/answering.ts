import type { Mapping } from '../mapping/mapping.js';
import { marksOf } from './cell-marks.js';
import type { ScreenedKind } from './screened-kind.js';

/** A column whose numbers pass a check that chance does not explain (the elfproef, the IBAN's): there is no false alarm to answer. */
const PROVEN: readonly ScreenedKind[] = ['bsn', 'iban'];

/** Whether a steward may answer a finding of this kind as a false alarm. */
export const isAnswerable = (kind: ScreenedKind): boolean => !PROVEN.includes(kind);

/**
 * What a text that a person wrote (the reason of an answer, the name of a column) gives away: kinds of identifier that occur in it, one
 * BSN-like number included, for here is no column to judge by. Names of people are not recognised. Empty where nothing was found.
 */
export function identifiersIn(text: string): ScreenedKind[] {
  const marks = marksOf(text);
  const kinds: ScreenedKind[] = [];
  if (marks.passing > 0) kinds.push('bsn');
  if (marks.phone !== undefined) kinds.push('phone');
  if (marks.email) kinds.push('email');
  if (marks.iban) kinds.push('iban');
  if (marks.address) kinds.push('address');
  return kinds;
}

/** Canonical field of text → the column of the file that it is copied from; other fields are made, not copied; keys travel sealed. */
export function copiedColumns(mapping: Mapping): ReadonlyMap<string, string> {
  const copied: [string, { column: string } | object | undefined][] =
    mapping.kind === 'records'
      ? [
          ['source_category', mapping.category],
          ['persons_band', mapping.personsBand],
          ['channel', mapping.channel],
          ['status', mapping.status],
        ]
      : mapping.kind === 'counts'
        ? [['source_category', mapping.category]]
        : [];
  return new Map(
    copied.flatMap(([field, source]) =>
      source !== undefined && 'column' in source && typeof source.column === 'string' ? [[field, source.column]] : [],
    ),
  );
}
