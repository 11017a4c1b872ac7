import { contingency, crossSourceGap, type GapCell } from '@datalab/analysis';
import { categoryWords, type RunTable, type RunWarning } from '@datalab/domain';
import { z } from 'zod';
import type { ExactGroup } from '../data/exact-cells.js';
import { defineMethod, type OutcomeGate } from '../method.js';
import { levelOption } from '../run-option.js';
import { inWords, NEVER } from './words-of.js';

const params = z.strictObject({ level: levelOption() });

interface Data {
  sources: string[];
  categories: string[];
  /** `[source][category]`; undefined where a source has none of a category. */
  cells: (ExactGroup | undefined)[][];
}

const SMALL = 5;
const FEWEST_SHOWN = 4;

/** Which source has more or less of a category than all together make one expect: chi-square with Cramér's V, and expected versus reported. */
export const chi2CramerMethod = defineMethod<z.infer<typeof params>, Data, null, null>({
  name: 'chi2-cramer',
  version: 2,
  kind: 'diagnostic',
  label: 'association',
  title: { nl: 'Wie hoort wat?', en: 'Who hears what?' },
  explanation: {
    nl: 'We rekenen uit hoeveel meldingen van elke soort een bron zou hebben als alle bronnen dezelfde mix hadden, en leggen daar naast wat er echt is.',
    en: 'We work out how many reports of each kind a source would have if all sources had the same mix, and lay what there really is beside it.',
  },
  units: ['report'],
  params,
  use: () => ({ fields: ['occurred_on', 'category', 'area_code', 'count', 'period'], linksBy: null }),
  async read(rows) {
    const found = await rows.cells(['dataset_id', 'category']);
    const ids = rows.sources.map(({ datasetId }) => datasetId);
    const categories = [...new Set(found.map(({ group }) => String(group['category'])))].sort();
    return {
      sources: rows.sources.map(({ name }) => name),
      categories,
      cells: ids.map((id) =>
        categories.map((category) =>
          found.find(({ group }) => String(group['dataset_id']) === id && group['category'] === category),
        ),
      ),
    };
  },
  parts: () => 1,
  run: () => null,
  merge: () => null,
  present(_, { sources, categories, cells }, { level }, gate) {
    if (sources.length < 2 || categories.length < 2) return { refused: 'nothing-to-compare' };
    const shown = cells.map((row) => row.map((exact) => exact && gate.cell(exact)));
    // What may not be shown is missing; a source without any report of a kind has none of it.
    const counts = shown.map((row) =>
      row.map((cell) =>
        cell === undefined || cell.state === 'zero' ? 0 : cell.state === 'shown' ? cell.reports : NaN,
      ),
    );
    const hidden = counts.flat().filter(Number.isNaN).length;
    if (counts.flat().filter((count) => count > 0).length < FEWEST_SHOWN) return { refused: 'too-few-to-show' };
    const filled = withoutEmpty(counts);
    // Sources of which nothing is in the picture yet leave one row, or one kind, and no mix to compare with.
    if (filled.length < 2 || (filled[0]?.length ?? 0) < 2) return { refused: 'nothing-to-compare' };
    const gap = crossSourceGap(counts, level);
    const rows = gap.cells
      .filter(({ reported }) => !Number.isNaN(reported))
      .map((cell) => heldByNoise(cell, cells[cell.source]![cell.category], gate));
    const outstanding = rows.filter(({ gap: side }) => side !== 'none');
    const silent = rows.filter(({ gap: side, ratio }) => side === 'less' && ratio < 0.5);
    const whole = hidden === 0 ? contingency(filled) : undefined;
    const two = (value: number): number | null => (Number.isFinite(value) ? Number(value.toPrecision(2)) : null);
    const table: RunTable = {
      key: 'gap',
      title: { nl: 'Verwacht en gemeld', en: 'Expected and reported' },
      columns: [
        { key: 'source', title: { nl: 'Bron', en: 'Source' }, unit: null },
        { key: 'category', title: { nl: 'Soort', en: 'Category' }, unit: 'category' },
        { key: 'reported', title: { nl: 'Gemeld', en: 'Reported' }, unit: 'reports' },
        { key: 'expected', title: { nl: 'Verwacht', en: 'Expected' }, unit: 'reports' },
        { key: 'ratio', title: { nl: 'Verhouding', en: 'Ratio' }, unit: 'ratio' },
        { key: 'low', title: { nl: 'Van', en: 'From' }, unit: 'ratio' },
        { key: 'high', title: { nl: 'Tot', en: 'To' }, unit: 'ratio' },
      ],
      rows: rows.map(({ source, category, reported, expected, ratio, low, high }) => ({
        source: sources[source]!,
        category: categories[category]!,
        reported,
        expected: two(expected),
        ratio: two(ratio),
        low: two(low),
        high: two(high),
      })),
    };
    const v = inWords(gap.cramersV, 2);
    const most = silent.toSorted((a, b) => b.expected - a.expected)[0];
    const named = most && {
      source: sources[most.source]!,
      category: categoryWords(categories[most.category]!),
      ratio: inWords(most.ratio, 2),
    };
    const warnings: RunWarning[] = [
      { code: 'from_protected_counts' },
      { code: 'many_tests' },
      ...(hidden > 0 ? [{ code: 'partly_withheld' as const }] : []),
      ...((whole?.minExpected ?? SMALL) < SMALL ? [{ code: 'sparse_table' as const }] : []),
    ];
    return {
      n: Math.round(gap.n / 10) * 10,
      warnings,
      text: {
        nl: {
          what: named
            ? `${named.source} heeft veel minder “${named.category.nl}” dan de andere bronnen laten verwachten: ${named.ratio.nl} keer zoveel. In totaal wijken ${inWords(outstanding.length).nl} van de ${inWords(gap.tests).nl} aantallen af.`
            : `Geen bron mist een soort die de andere wel veel hebben. ${inWords(outstanding.length).nl} van de ${inWords(gap.tests).nl} aantallen wijken af.`,
          comparedWith: 'Met de mix van soorten van alle bronnen samen.',
          howSure: `De samenhang tussen bron en soort (Cramérs V) is ${v.nl}: 0 is geen, 1 is volledig. Er is rekening mee gehouden dat we naar alle aantallen tegelijk kijken.`,
          notToConclude: `Minder meldingen bij een bron betekent niet dat er minder is, en ook niet dat die bron iets nalaat: taken en codes verschillen. ${NEVER.nl}`,
        },
        en: {
          what: named
            ? `${named.source} has far less “${named.category.en}” than the other sources make one expect: ${named.ratio.en} times as much. In all ${inWords(outstanding.length).en} of the ${inWords(gap.tests).en} numbers stand out.`
            : `No source lacks a kind that the others have much of. ${inWords(outstanding.length).en} of the ${inWords(gap.tests).en} numbers stand out.`,
          comparedWith: 'With the mix of kinds of all sources together.',
          howSure: `The association of source and kind (Cramér's V) is ${v.en}: 0 is none, 1 is full. It is allowed for that we look at all numbers at once.`,
          notToConclude: `Fewer reports at a source does not mean that there is less, nor that the source neglects something: tasks and codes differ. ${NEVER.en}`,
        },
      },
      picture: { kind: 'table' },
      tables: [table],
    };
  },
});

/**
 * The interval of a ratio, wide enough for the noise on its own count, and the side that it lies on then. The expectation is of sums over many
 * cells, of which the noise is small beside that of one.
 */
function heldByNoise<C extends GapCell>(cell: C, exact: ExactGroup | undefined, gate: OutcomeGate): C {
  const bounds = exact === undefined ? null : gate.bounds(exact);
  if (bounds === null || cell.reported === 0) return cell;
  const low = (cell.low * bounds.low) / cell.reported;
  const high = (cell.high * bounds.high) / cell.reported;
  const isHeld = cell.gap === 'more' ? low > 1 : cell.gap === 'less' && high < 1;
  return { ...cell, low, high, gap: isHeld ? cell.gap : 'none' };
}

/** Without rows and columns that are wholly nought: they say nothing and have no expectation. */
function withoutEmpty(counts: readonly number[][]): number[][] {
  const rows = counts.filter((row) => row.some((count) => count > 0));
  const used = counts[0]!.map((_, k) => k).filter((k) => rows.some((row) => row[k]! > 0));
  return rows.map((row) => used.map((k) => row[k]!));
}
