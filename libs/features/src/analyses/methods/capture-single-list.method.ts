import { estimateFromSingleList } from '@datalab/analysis';
import type { RunTable } from '@datalab/domain';
import { z } from 'zod';
import type { ExactGroup } from '../data/exact-cells.js';
import { defineMethod } from '../method.js';
import { keyWarnings } from './key-warnings.js';
import { inWords, NEVER } from './words-of.js';

const params = z.strictObject({});

interface Data {
  /** Exact cells of the addresses with one, two, and more reports. */
  classes: ExactGroup[];
  keyCoverage: number | null;
  sources: number;
}

const LEAST_KEY_COVERAGE = 0.7;

/** At least how many addresses there are, judged by how many were reported once and twice in one register: Chao's lower bound. */
export const captureSingleListMethod = defineMethod<z.infer<typeof params>, Data, null, null>({
  name: 'capture-single-list',
  version: 1,
  kind: 'descriptive',
  label: 'indication',
  title: { nl: 'Minstens hoeveel, uit één bron', en: 'At least how many, from one source' },
  explanation: {
    nl: 'Als veel adressen maar één keer gemeld zijn en weinig twee keer, dan zijn er waarschijnlijk ook veel die nog nooit gemeld zijn. Zo schatten we hoeveel het er minstens zijn.',
    en: 'Where many addresses were reported only once and few twice there are probably many that were never reported. So we estimate how many there are at least.',
  },
  units: ['address'],
  params,
  use: () => ({
    fields: ['occurred_on', 'category', 'area_code', 'household_key', 'household_role', 'address_kind'],
    linksBy: null,
  }),
  async read(rows) {
    const isKnown = 'concerns_household = 1 and household > 0';
    const mine = 'sum(n) over (partition by concerns_household, dataset_id, household)';
    const cells = await rows.cells(['class'], { class: `case when ${isKnown} then least(${mine}, 3)::integer end` });
    const coverages = rows.sources.flatMap(({ keyCoverage }) => (keyCoverage === null ? [] : [keyCoverage]));
    return {
      classes: cells.filter(({ group }) => group['class'] !== null),
      keyCoverage: coverages.length === 0 ? null : Math.min(...coverages),
      sources: rows.sources.length,
    };
  },
  parts: () => 1,
  run: () => null,
  merge: () => null,
  present(_, { classes, keyCoverage, sources }, __, gate) {
    if (sources !== 1) return { refused: 'one-source-alone' };
    if (!(keyCoverage !== null && keyCoverage >= LEAST_KEY_COVERAGE)) return { refused: 'key-coverage' };
    const cells = new Map(classes.map((exact) => [Number(exact.group['class']), gate.cell(exact)]));
    const [once, twice, more] = [1, 2, 3].map((k) => {
      const cell = cells.get(k);
      return cell?.state === 'shown' ? cell.households : null;
    }) as [number | null, number | null, number | null];
    if (once === null || twice === null || more === null) return { refused: 'too-few-to-show' };
    const { chao, observed } = estimateFromSingleList([once, twice, more]);
    const two = (value: number): number => Number(value.toPrecision(2));
    const [total, low, known] = [two(chao.total), two(chao.lognormal95[0]), two(observed)];
    const table: RunTable = {
      key: 'total',
      title: { nl: 'Minstens zoveel adressen', en: 'At least so many addresses' },
      columns: [
        { key: 'known', title: { nl: 'Gemeld', en: 'Reported' }, unit: 'addresses' },
        { key: 'total', title: { nl: 'Schatting', en: 'Estimate' }, unit: 'addresses' },
        { key: 'low', title: { nl: 'Van', en: 'From' }, unit: 'addresses' },
        { key: 'high', title: { nl: 'Tot', en: 'To' }, unit: 'addresses' },
      ],
      rows: [{ known, total, low, high: two(chao.lognormal95[1]) }],
    };
    return {
      n: gate.count(observed),
      warnings: [{ code: 'from_protected_counts' }, ...keyWarnings(keyCoverage, false, sources)],
      text: {
        nl: {
          what: `Er zijn ongeveer ${inWords(known).nl} adressen gemeld. Naar schatting zijn het er minstens ${inWords(total).nl}.`,
          comparedWith: 'Met wat je verwacht als adressen los van elkaar worden gemeld, het ene vaker dan het andere.',
          howSure: 'Het is een ondergrens: hoe meer adressen van elkaar verschillen, hoe meer het er in het echt zijn.',
          notToConclude: `Het is een getal en geen lijst: niemand kan hiermee adressen vinden. Meldt één bewoner steeds opnieuw, dan valt het getal te laag uit. ${NEVER.nl}`,
        },
        en: {
          what: `Some ${inWords(known).en} addresses were reported. There are an estimated ${inWords(total).en} at least.`,
          comparedWith:
            'With what one expects where addresses are reported apart from each other, some more often than others.',
          howSure: 'It is a lower bound: the more addresses differ, the more there really are.',
          notToConclude: `It is a number and not a list: nobody can find addresses with it. Where one resident reports again and again the number is too low. ${NEVER.en}`,
        },
      },
      picture: { kind: 'table' },
      tables: [table],
    };
  },
});
