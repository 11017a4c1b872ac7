import type { GuessTable } from './guess-table.js';
import { Guesser } from './guesser.js';

/** What the rule `guessing` took out of the tables of one tier. */
export interface GuessAnswer {
  /** Families that are not published, by their number; those that were out already are not among them. */
  takenOut: number[];
  /** How many hidden lines the guesser knew at some time. */
  known: number;
}

/**
 * The rule `guessing`: where the best guesser would learn a hidden line from a total and the parts beside it, or from all lines of a tree (an
 * area with all that lies in it, or all years with every shorter period), the lines that it learns it from are not published, in all families
 * that hold one of them. The bounds of the ledger do not see this: many values are left, and one of them is nearly certain. Asked again until
 * nothing is known, for what goes changes what is read together, and how often the hidden lines that are left hold how many; the last round
 * reads everything as it will leave. `out`: families that are not published anyway. Deterministic.
 */
export function coarsenGuessed(table: GuessTable, out: ReadonlySet<number> = new Set()): GuessAnswer {
  const guesser = new Guesser(table, out);
  const takenOut: number[] = [];
  for (let before = -1; takenOut.length > before;) {
    before = takenOut.length;
    guesser.readEverything();
    for (let went = guesser.round(); went.length > 0; went = guesser.round()) takenOut.push(...went);
  }
  return { takenOut, known: guesser.known.size };
}
