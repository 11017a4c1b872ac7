import { captureCells, hiddenPopulation, type HiddenEstimate } from '@datalab/analysis';
import type { RunTable, RunWarning } from '@datalab/domain';
import { z } from 'zod';
import { defineMethod, type Presentation } from '../method.js';
import { keyWarnings } from './key-warnings.js';
import { readPatterns, type Patterns } from './party-patterns.js';
import { inWords, NEVER, percent } from './words-of.js';

const params = z.strictObject({});

const REFUSALS = { key_coverage: 'key-coverage', no_overlap: 'no-overlap', not_estimable: 'not-estimable' } as const;

/** How many addresses there are in all, also those that no organisation knows, judged by how much the organisations overlap. */
export const captureRecaptureMethod = defineMethod<z.infer<typeof params>, Patterns, null, null>({
  name: 'capture-recapture',
  version: 1,
  kind: 'descriptive',
  label: 'indication',
  title: { nl: 'Hoeveel zijn er die niemand kent?', en: 'How many are there that nobody knows?' },
  explanation: {
    nl: 'Als organisaties veel dezelfde adressen kennen, zijn er waarschijnlijk weinig die niemand kent. Kennen zij bijna nooit dezelfde, dan zijn er waarschijnlijk veel. Zo schatten we het totaal.',
    en: 'Where organisations know many of the same addresses there are probably few that nobody knows. Where they hardly ever know the same ones there are probably many. So we estimate the total.',
  },
  units: ['address'],
  params,
  use: () => ({
    fields: ['occurred_on', 'category', 'area_code', 'household_key', 'household_role', 'address_kind'],
    linksBy: 'household_key',
  }),
  read: (rows) => readPatterns(rows),
  parts: () => 1,
  run: () => null,
  merge: () => null,
  present(_, data, __, gate): Presentation {
    const { names, linked, byPattern, coverages } = data;
    if (names.length < 2 || names.length > 6 || !linked) return { refused: 'nothing-to-lay-beside' };
    // Estimated from what may be shown, so that the estimate tells nothing that the counts do not.
    const cells = byPattern.map((exact) => ({ pattern: Number(exact.group['pattern']), cell: gate.cell(exact) }));
    const people = cells.flatMap(({ pattern, cell }) =>
      cell.state === 'shown' && cell.households !== null ? [{ pattern, count: cell.households }] : [],
    );
    if (people.length < cells.length || people.length === 0) return { refused: 'too-few-to-show' };
    const lists = names.map((_name, i) => String(i));
    const found = hiddenPopulation(
      captureCells(lists, people),
      coverages.map((coverage) => coverage ?? Number.NaN),
    );
    if (found.refused !== undefined) return { refused: REFUSALS[found.refused] };
    const two = (value: number): number => Number(value.toPrecision(2));
    const { estimate, observed, ifMissed } = found;
    const [lowest, highest] = [
      Math.min(estimate.low, estimate.lowestModel),
      Math.max(estimate.high, estimate.highestModel),
    ];
    const rowOf = (title: { nl: string; en: string }, one: HiddenEstimate | undefined) => ({
      what: title,
      total: one ? two(one.total) : null,
      low: one ? two(Math.min(one.low, one.lowestModel)) : null,
      high: one ? two(Math.max(one.high, one.highestModel)) : null,
    });
    const table: RunTable = {
      key: 'totals',
      title: { nl: 'Geschat aantal adressen', en: 'Estimated number of addresses' },
      columns: [
        { key: 'what', title: { nl: 'Als', en: 'If' }, unit: null },
        { key: 'total', title: { nl: 'Schatting', en: 'Estimate' }, unit: 'addresses' },
        { key: 'low', title: { nl: 'Van', en: 'From' }, unit: 'addresses' },
        { key: 'high', title: { nl: 'Tot', en: 'To' }, unit: 'addresses' },
      ],
      rows: [
        rowOf({ nl: 'alle koppelingen kloppen', en: 'all links are right' }, estimate),
        ...ifMissed.map(({ share, estimate: one }) =>
          rowOf(
            {
              nl: `${percent(share).nl}% van de koppelingen is gemist`,
              en: `${percent(share).en}% of the links was missed`,
            },
            one,
          ),
        ),
      ],
    };
    const warnings: RunWarning[] = [
      { code: 'from_protected_counts' },
      ...(estimate.models > 1 ? [{ code: 'model_range' as const }] : []),
      ...(estimate.notEstimable > 0 ? [{ code: 'sparse_table' as const }] : []),
      ...keyWarnings(data.keyCoverage, linked, names.length),
    ];
    const [from, to, total] = [lowest, highest, estimate.total].map((value) => inWords(two(value))) as [
      ReturnType<typeof inWords>,
      ReturnType<typeof inWords>,
      ReturnType<typeof inWords>,
    ];
    const known = inWords(two(observed));
    return {
      n: gate.count(observed),
      warnings,
      text: {
        nl: {
          what: `De organisaties kennen samen ongeveer ${known.nl} adressen. Naar schatting zijn er in totaal ongeveer ${total.nl}; het kan liggen tussen ${from.nl} en ${to.nl}.`,
          comparedWith: `Met wat de overlap tussen de ${names.length} organisaties laat verwachten. Er zijn ${inWords(estimate.models).nl} modellen die ongeveer even goed passen; de grenzen zijn die van alle samen.`,
          howSure:
            'Niet erg zeker: neem de grenzen en niet het ene getal. De tabel laat zien wat er verandert als een deel van de koppelingen is gemist.',
          notToConclude: `Het is een getal en geen lijst: niemand kan hiermee adressen vinden. ${NEVER.nl}`,
        },
        en: {
          what: `Together the organisations know some ${known.en} addresses. There are an estimated ${total.en} in all; it may lie between ${from.en} and ${to.en}.`,
          comparedWith: `With what the overlap between the ${names.length} organisations makes one expect. ${inWords(estimate.models).en} models fit about equally well; the bounds are those of all of them.`,
          howSure:
            'Not very sure: take the bounds and not the one number. The table shows what changes where part of the links was missed.',
          notToConclude: `It is a number and not a list: nobody can find addresses with it. ${NEVER.en}`,
        },
      },
      picture: { kind: 'table' },
      tables: [table],
    };
  },
});
