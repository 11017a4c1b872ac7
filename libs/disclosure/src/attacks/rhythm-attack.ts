import type { AttackRecord, AttackResult } from './attack-record.js';
import { guessFamilies } from './likelihood-attack.js';
import { PublishedRhythms } from './published-rhythms.js';
import type { PublishedTables } from './published-tables.js';
import { subtractFamilies } from './subtraction-attack.js';

/**
 * Subtracts along the rhythm of the week: the hours (blocks) of an area from all its years, with what is known of the sources and
 * reports without hours taken off; and in one hour the parts of an area, of all categories or of all sources from their total.
 * Recovered where one value is left of an hour that is hidden.
 */
export const rhythmAttack = (tables: PublishedTables, records: readonly AttackRecord[]): AttackResult =>
  subtractFamilies('subtraction over the rhythm of the week', new PublishedRhythms(tables, records).families(), tables);

/**
 * The best guesser (`sureOf`) on the same sums. The guesser that goes over a picture before it is shown does not read rhythms
 * (ADR 0082): this says what one would learn who does.
 */
export const rhythmLikelihoodAttack = (tables: PublishedTables, records: readonly AttackRecord[]): AttackResult =>
  guessFamilies('maximum likelihood over the rhythm of the week', new PublishedRhythms(tables, records).families(), [
    tables,
  ]);
