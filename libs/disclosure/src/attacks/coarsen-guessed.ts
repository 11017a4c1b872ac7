import { AXES } from './families.js';
import { guesses } from './likelihood-attack.js';
import { publishTables, type PublishedTables } from './published-tables.js';

/** More rounds than were ever needed; each takes lines out, so it ends. */
const ROUNDS = 10;

/**
 * The rule `guessing`: where the best guesser would learn a hidden part from the parts beside it and their total, the
 * parts are not published and only the total is. The bounds of the ledger do not see this: many values are left, and
 * one of them is nearly certain. Gives how many lines were taken out.
 */
export function coarsenGuessed(tables: PublishedTables): number {
  let takenOut = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const before = takenOut;
    for (const axis of AXES)
      for (const { family, isRecovered } of guesses(tables, axis)) {
        if (!isRecovered) continue;
        for (const child of family.children) {
          tables.takeOut(child);
          takenOut += 1;
        }
      }
    if (takenOut === before) break;
  }
  return takenOut;
}

/** The tables as they leave: made, and coarsened where the policy has `guessing`. */
export function releasedTables(...made: Parameters<typeof publishTables>): PublishedTables {
  const tables = publishTables(...made);
  if (tables.policy.rules.has('guessing')) coarsenGuessed(tables);
  return tables;
}
