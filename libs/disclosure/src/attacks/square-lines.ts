import { ALL_CATEGORIES } from '@datalab/domain';
import type { Axis } from '../guesser/axes.js';
import { ALL_SOURCES, type LineAbout } from './exact-tables.js';
import { partsOf, type Family } from './families.js';
import { yearsOf } from './frame.js';
import type { PublishedTables } from './published-tables.js';

/** Every line that squares have: over each year, category and source. */
export function* squareAbouts({ frame }: Pick<PublishedTables, 'frame'>): Generator<LineAbout> {
  const years = yearsOf(frame);
  for (const area of frame.squares.keys())
    for (const period of years)
      for (const category of [ALL_CATEGORIES, ...frame.categories])
        for (const source of [ALL_SOURCES, ...frame.sources]) yield { area, period, category, source };
}

/** Those that show a number; all others look the same and say nothing. */
export function* shownSquares(tables: PublishedTables): Generator<LineAbout> {
  for (const about of squareAbouts(tables)) if (tables.line(about).published?.state === 'shown') yield about;
}

/** A number of a square, and its categories or its sources. What a square does not tell has no number to be taken from. */
export function* squareFamilies(tables: PublishedTables, axis: Axis): Generator<Family> {
  for (const about of shownSquares(tables)) {
    const inside = partsOf(about, axis, tables);
    if (inside.length > 0) yield { parent: tables.line(about), children: inside.map(tables.line) };
  }
}
