import { designKnox, knoxPermutations, knoxPValues, type KnoxResult } from '@datalab/analysis';
import type { RunTable } from '@datalab/domain';
import { z } from 'zod';
import { defineMethod } from '../method.js';
import { option, permutationsOption } from '../run-option.js';
import { inWords, NEVER } from './words-of.js';

const params = z.strictObject({
  /** "Soon after" is at most so many days. */
  days: option(z.array(z.number().int().min(1).max(90)).min(1).max(4).default([7, 14, 28]), {
    words: { nl: '“Kort na elkaar” is binnen zoveel dagen', en: '“Soon after” is within so many days' },
  }),
  permutations: permutationsOption(999, 199),
});
type Params = z.infer<typeof params>;

interface Data {
  /** Number of the area, and the day since 1970, of every report whose day is known. */
  area: Int32Array;
  day: Int32Array;
}

interface Outcome {
  results: (KnoxResult & { p: number })[];
  reports: number;
}

const PER_PART = 50;
const FEWEST_REPORTS = 100;
/** More reports than this have too many pairs to shuffle. */
const MOST_REPORTS = 5_000;
/** Same area is at distance 0 of itself, and no other area is. */
const SAME_AREA = 0;

/** Does a report make another one soon after in the same area more likely than chance? Knox's test of near repeats. */
export const knoxMethod = defineMethod<Params, Data, Int32Array[], Outcome | null>({
  name: 'knox',
  version: 1,
  kind: 'descriptive',
  label: 'description',
  title: { nl: 'Volgt het elkaar op?', en: 'Does one follow another?' },
  explanation: {
    nl: 'We tellen hoe vaak twee meldingen in hetzelfde gebied kort na elkaar komen, en vergelijken dat met dezelfde meldingen op willekeurige dagen.',
    en: 'We count how often two reports in the same area come soon after each other, and compare that with the same reports on days at random.',
  },
  units: ['report'],
  params,
  use: () => ({ fields: ['occurred_on', 'category', 'area_code'], linksBy: null }),
  async read(rows) {
    const number = new Map(rows.areas.map(({ code }, i) => [code, i]));
    const found = await rows.query<{ area_code: string; day: number }>(
      `select area_code, datediff('day', date '1970-01-01', occurred_on)::integer as day from "rows"
       where is_record and occurred_precision = 'day' order by 1, 2`,
    );
    return {
      area: Int32Array.from(found, ({ area_code }) => number.get(area_code) ?? -1),
      day: Int32Array.from(found, ({ day }) => day),
    };
  },
  parts: (data, { permutations }) => (isUsable(data) ? Math.ceil(permutations / PER_PART) : 1),
  run(data, options, part, seed) {
    if (!isUsable(data)) return [];
    const end = Math.min(options.permutations, (part + 1) * PER_PART);
    return knoxPermutations(designOf(data, options), { seed, first: part * PER_PART, end });
  },
  merge(parts, data, options) {
    if (!isUsable(data)) return null;
    const design = designOf(data, options);
    const p = knoxPValues(design, parts.flat());
    return { reports: data.day.length, results: design.results.map((result, k) => ({ ...result, p: p[k]! })) };
  },
  present(outcome, data, { permutations }, gate) {
    if (outcome === null) return { refused: data.day.length > MOST_REPORTS ? 'too-many-reports' : 'too-few-reports' };
    const model = gate.model({
      estimates: outcome.results.map(({ time, ratio, p }) => ({
        name: String(time),
        estimate: Number.isNaN(ratio) ? null : ratio,
        low: null,
        high: null,
        p,
      })),
      n: outcome.reports,
      residualDegreesOfFreedom: outcome.reports - 1,
      unitsPerLevel: [],
    });
    if ('refused' in model) return model;
    const rows = outcome.results.map(({ time }) => ({ time, ...model.estimates.get(String(time))! }));
    const clear = outcome.results.filter(({ p, ratio }) => p <= 0.05 && ratio > 1).map(({ time }) => time);
    const longest = rows.find(({ time }) => time === Math.max(...clear));
    const ratio = inWords(longest?.estimate ?? Number.NaN, 1);
    const table: RunTable = {
      key: 'repeats',
      title: { nl: 'Kort na elkaar in hetzelfde gebied', en: 'Soon after each other in the same area' },
      columns: [
        { key: 'days', title: { nl: 'Binnen dagen', en: 'Within days' }, unit: 'days' },
        { key: 'ratio', title: { nl: 'Verhouding', en: 'Ratio' }, unit: 'ratio' },
        { key: 'p', title: { nl: 'Kans op toeval (p)', en: 'Chance (p)' }, unit: 'p' },
      ],
      rows: rows.map(({ time, estimate, p }) => ({ days: time, ratio: estimate, p })),
    };
    return {
      n: model.n,
      warnings: rows.length > 1 ? [{ code: 'many_tests' }] : [],
      text: {
        nl: {
          what: longest
            ? `Binnen ${longest.time} dagen na een melding komt er in hetzelfde gebied ${ratio.nl} keer zo vaak nog een als bij toeval.`
            : 'Meldingen in hetzelfde gebied volgen elkaar niet duidelijk vaker op dan bij toeval.',
          comparedWith: `Met dezelfde meldingen, ${inWords(permutations).nl} keer met de dagen door elkaar.`,
          howSure: 'De kans op toeval staat in de tabel. Er is niet gecorrigeerd voor het kijken naar meer termijnen.',
          notToConclude: `Twee melders van dezelfde gebeurtenis tellen als een herhaling. Het zegt niet dat de ene melding de andere veroorzaakt. ${NEVER.nl}`,
        },
        en: {
          what: longest
            ? `Within ${longest.time} days after a report another one comes in the same area ${ratio.en} times as often as by chance.`
            : 'Reports in the same area do not clearly follow each other more often than by chance.',
          comparedWith: `With the same reports, ${inWords(permutations).en} times with the days shuffled.`,
          howSure: 'The chance stands in the table. It is not corrected for looking at several terms.',
          notToConclude: `Two reporters of the same event count as a repeat. It does not say that one report causes the other. ${NEVER.en}`,
        },
      },
      picture: { kind: 'table' },
      tables: [table],
    };
  },
});

const isUsable = ({ day }: Data): boolean => day.length >= FEWEST_REPORTS && day.length <= MOST_REPORTS;

const designOf = ({ area, day }: Data, { days }: Params) =>
  designKnox({ x: area, y: new Int8Array(area.length), t: day }, { distances: [SAME_AREA], times: days });
