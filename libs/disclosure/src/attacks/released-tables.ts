import { ALL_CATEGORIES, GRAINS, grainOf } from '@datalab/domain';
import { coarsenGuessed, type GuessAnswer } from '../guesser/coarsen-guessed.js';
import { guessTable, type GuessedLine, type LineAt } from '../guesser/guess-table.js';
import type { AttackRecord } from './attack-record.js';
import { ALL_SOURCES, type LineAbout } from './exact-tables.js';
import { finerPeriods, periodsOf } from './frame.js';
import { holdAgainstLedger, type HeldTables } from './held-tables.js';
import { linesOf } from './ledger-of-tables.js';
import { lineRules, lineSaid } from './line-said.js';
import { publishTables, type PublishedTables } from './published-tables.js';
import { shownSquares } from './square-lines.js';
import { siblingsIn } from './siblings.js';

/** Tables as they leave, and what was taken out of them before. */
export interface ReleasedTables {
  tables: PublishedTables;
  ledger: HeldTables;
  /** Families that the rule `guessing` took out, and the hidden parts that were known before. */
  guessed: { families: number; known: number };
}

/**
 * The tables as the platform gives them: made, held against themselves by the ledger, and coarsened where the guesser would
 * know a part; in that order, as `PictureAudit` does with the same two pieces.
 */
export function releasedTables(
  records: readonly AttackRecord[],
  ...made: Parameters<typeof publishTables>
): ReleasedTables {
  const tables = publishTables(...made);
  const ledger = holdAgainstLedger(tables, records);
  return { tables, ledger, guessed: takeOutGuessed(tables) };
}

/** Made, and coarsened where the policy has `guessing`, without the ledger: for trying rules. */
export function guardedTables(...made: Parameters<typeof publishTables>): PublishedTables {
  const tables = publishTables(...made);
  takeOutGuessed(tables);
  return tables;
}

/** Takes out what the guesser would know, where the policy has that rule. */
function takeOutGuessed(tables: PublishedTables): ReleasedTables['guessed'] {
  if (!tables.policy.rules.has('guessing')) return { families: 0, known: 0 };
  const { frame } = tables;
  const areas = [...frame.level.keys(), ...frame.squares.keys()];
  const periods = periodsOf(frame);
  const categories = [ALL_CATEGORIES, ...frame.categories];
  const sources = [ALL_SOURCES, ...frame.sources];
  const places = { areas: numbered(areas), periods: numbered(periods), sources: numbered(sources) };
  const families = new Map<string, { number: number; lines: readonly LineAbout[] }>();
  const lines = new Map<string, GuessedLine>();
  const siblings = siblingsIn(frame);
  const aboutOf = ([area, period, category, source]: LineAt): LineAbout => ({
    area: areas[area]!,
    period: periods[period]!,
    category: categories[category]!,
    source: sources[source]!,
  });
  const line = (at: LineAt): GuessedLine => {
    const name = at.join();
    let guessed = lines.get(name);
    if (guessed === undefined) {
      const about = aboutOf(at);
      const together = siblings(about.area);
      const key = [together[0], ...at.slice(1)].join('|');
      let family = families.get(key);
      if (family === undefined) {
        family = { number: families.size, lines: together.map((area) => ({ ...about, area })) };
        families.set(key, family);
      }
      const own = tables.line(about);
      const looksLikeFewWhenOut = frame.squares.has(about.area);
      guessed = { ...lineSaid(own), reports: own.exact.reports, family: family.number, looksLikeFewWhenOut };
      lines.set(name, guessed);
    }
    return guessed;
  };
  const answer: GuessAnswer = coarsenGuessed(
    guessTable({
      rules: lineRules(tables),
      areasInside: areas.map((area) => (frame.children.get(area) ?? []).map((inside) => places.areas.get(inside)!)),
      periodsInside: periods.map((period) => finerPeriods(period, frame).map((inside) => places.periods.get(inside)!)),
      levels: areas.map((area) => 1 + (frame.level.get(area) ?? -1)),
      grains: periods.map((period) => GRAINS.indexOf(grainOf(period)!)),
      categories: categories.length,
      sources: sources.length,
      line,
      *totals() {
        for (const about of [...linesOf(tables), ...shownSquares(tables)]) {
          if (tables.line(about).exact.reports === 0) continue;
          yield [
            places.areas.get(about.area)!,
            places.periods.get(about.period)!,
            categories.indexOf(about.category),
            places.sources.get(about.source)!,
          ];
        }
      },
    }),
  );
  const byNumber = [...families.values()];
  for (const family of answer.takenOut) for (const about of byNumber[family]!.lines) tables.takeOut(about);
  return { families: answer.takenOut.length, known: answer.known };
}

const numbered = (names: readonly string[]): ReadonlyMap<string, number> => new Map(names.map((name, i) => [name, i]));
