import { rhythm, WEEK_SLOTS, type Rhythm } from '@datalab/analysis';
import type { RunTable } from '@datalab/domain';
import { z } from 'zod';
import type { ExactGroup } from '../data/exact-cells.js';
import { defineMethod } from '../method.js';
import { areaOption, levelOption, permutationsOption } from '../run-option.js';
import { inWords, NEVER } from './words-of.js';

const params = z.strictObject({
  /** Code of the area that is compared with the rest. */
  area: areaOption({ nl: 'Gebied dat we met de rest vergelijken', en: 'Area that is compared with the rest' }),
  permutations: permutationsOption(9_999, 999),
  level: levelOption(),
});
type Params = z.infer<typeof params>;

interface Data {
  name: string;
  /** Noised counts of the 168 hours of the week, of the area and of all others. */
  own: Int32Array;
  rest: Int32Array;
  /** Exact cells of the area by blocks of four hours, and by weekday. */
  blocks: ExactGroup[];
  /** Share (0–1) of the reports of which the hour is known. */
  withHour: number;
}

const HOURS_PER_BLOCK = 4;
const FEWEST_REPORTS = 100;
const DAYS = {
  nl: ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const;

/** When in the week the reports of an area come, beside the rest of the region. */
export const rhythmMethod = defineMethod<Params, Data, Rhythm, Rhythm>({
  name: 'rhythm',
  version: 1,
  kind: 'descriptive',
  label: 'description',
  title: { nl: 'Ritme van de week', en: 'Rhythm of the week' },
  explanation: {
    nl: 'We kijken op welke dagen en uren de meldingen van een gebied komen, en of dat anders is dan in de rest van de regio.',
    en: 'We look on which days and hours the reports of an area come, and whether that differs from the rest of the region.',
  },
  units: ['report'],
  params,
  use: () => ({ fields: ['occurred_on', 'occurred_hour', 'category', 'area_code'], linksBy: null }),
  async read(rows, _, { area }) {
    const code = area.replaceAll("'", "''");
    const isTimed = `occurred_precision = 'day' and occurred_hour is not null`;
    const inside = `case when not (${isTimed}) then null when area_code = '${code}' then 1 else 0 end`;
    const weekday = `isodow(occurred_on)::integer`;
    const [own, rest] = [new Int32Array(WEEK_SLOTS), new Int32Array(WEEK_SLOTS)];
    const hours = await rows.cells(['inside', 'weekday', 'hour_of_day'], {
      inside,
      weekday,
      hour_of_day: 'occurred_hour',
    });
    for (const cell of hours) {
      const { inside: side, weekday: day, hour_of_day: hour } = cell.group;
      if (side === null) continue;
      (side === 1 ? own : rest)[24 * (Number(day) - 1) + Number(hour)] = rows.noised(cell);
    }
    const found = await rows.cells(['inside', 'weekday', 'hour_of_day'], {
      inside,
      weekday,
      hour_of_day: `(occurred_hour // ${HOURS_PER_BLOCK})::integer`,
    });
    const blocks = new Map(
      found
        .filter(({ group }) => group['inside'] === 1)
        .map((cell) => [`${cell.group['weekday']} ${cell.group['hour_of_day']}`, cell]),
    );
    const [timed] = await rows.query<{ share: number | null }>(
      `select avg(case when ${isTimed} then 1 else 0 end) as share from "rows" where is_record`,
    );
    return {
      name: rows.areas.find((one) => one.code === area)?.name ?? area,
      own,
      rest,
      blocks: DAYS.nl.flatMap((_day, d) =>
        Array.from({ length: 24 / HOURS_PER_BLOCK }, (_b, block) => {
          const group = { inside: 1, weekday: d + 1, hour_of_day: block };
          return blocks.get(`${d + 1} ${block}`) ?? rows.emptyCell(group);
        }),
      ),
      withHour: Number(timed?.share ?? 0),
    };
  },
  parts: () => 1,
  run: ({ own, rest }, { permutations, level }, _, seed) => rhythm(own, rest, { seed, permutations, level }),
  merge: ([outcome]) => outcome!,
  present(found, data, { permutations }, gate) {
    if (found.reports < FEWEST_REPORTS || found.restReports < FEWEST_REPORTS) return { refused: 'too-few-reports' };
    const blocks = data.blocks.map((exact) => {
      const cell = gate.cell(exact);
      const weekday = Number(exact.group['weekday']);
      const from = Number(exact.group['hour_of_day']) * HOURS_PER_BLOCK;
      const hours = found.slots.slice(24 * (weekday - 1) + from, 24 * (weekday - 1) + from + HOURS_PER_BLOCK);
      const expected = hours.reduce((sum, slot) => sum + slot.expected, 0);
      const ratio = cell.state === 'shown' && expected > 0 ? Number((cell.reports / expected).toPrecision(2)) : null;
      // An hour that stands out marks its block, only where the block itself may be shown.
      const marked = ratio === null ? undefined : hours.find(({ stands }) => stands !== 'none');
      return {
        weekday,
        from,
        to: from + HOURS_PER_BLOCK,
        ratio,
        klass: ratio === null ? null : (marked?.stands ?? 'none'),
      };
    });
    const shown = blocks.filter(({ ratio }) => ratio !== null);
    if (shown.length === 0) return { refused: 'too-few-to-show' };
    const busiest = shown.reduce((best, block) => ((block.ratio ?? 0) > (best.ratio ?? 0) ? block : best));
    const p = gate.model({
      estimates: [{ name: 'p', estimate: null, low: null, high: null, p: found.permutationP }],
      n: found.reports,
      residualDegreesOfFreedom: WEEK_SLOTS - 1,
      unitsPerLevel: [],
    });
    if ('refused' in p) return p;
    const band = p.estimates.get('p')!.p;
    const table: RunTable = {
      key: 'rhythm',
      title: { nl: 'Dag en uur', en: 'Day and hour' },
      columns: [
        { key: 'day', title: { nl: 'Dag', en: 'Day' }, unit: null },
        { key: 'from', title: { nl: 'Vanaf (uur)', en: 'From (hour)' }, unit: 'hour' },
        { key: 'to', title: { nl: 'Tot (uur)', en: 'Until (hour)' }, unit: 'hour' },
        { key: 'ratio', title: { nl: 'Verhouding', en: 'Ratio' }, unit: 'ratio' },
      ],
      rows: blocks.map(({ weekday, from, to, ratio }) => ({
        day: { nl: DAYS.nl[weekday - 1]!, en: DAYS.en[weekday - 1]! },
        from,
        to,
        ratio: ratio ?? { withheld: true as const },
      })),
    };
    const ratio = inWords(busiest.ratio ?? 0, 1);
    const isClear = found.permutationP <= 0.05;
    const day = { nl: DAYS.nl[busiest.weekday - 1]!, en: DAYS.en[busiest.weekday - 1]! };
    return {
      n: p.n,
      warnings: [
        { code: 'from_protected_counts' },
        { code: 'many_tests' },
        ...(shown.length < blocks.length ? [{ code: 'partly_withheld' as const }] : []),
        ...(data.withHour < 0.9 ? [{ code: 'gaps' as const }] : []),
      ],
      text: {
        nl: {
          what: isClear
            ? `In ${data.name} komen meldingen op andere tijden dan in de rest van de regio. Het meest op ${day.nl} tussen ${busiest.from} en ${busiest.to} uur: ${ratio.nl} keer zoveel als verwacht.`
            : `In ${data.name} zien we geen ander ritme dan in de rest van de regio.`,
          comparedWith: `Met het ritme van alle gebieden samen, en met ${inWords(permutations).nl} verdelingen bij toeval.`,
          howSure: `De kans dat toeval dit verschil geeft: ${band ?? 'niet te zeggen'}. Van ${inWords(data.withHour * 100).nl}% van de meldingen is het uur bekend.`,
          notToConclude: `Het uur is vaak het uur waarop gebeld is, niet dat waarop het gebeurde. Eén drukke nacht met veel bellers telt als veel meldingen. ${NEVER.nl}`,
        },
        en: {
          what: isClear
            ? `In ${data.name} reports come at other times than in the rest of the region. Most on ${day.en} between ${busiest.from} and ${busiest.to} hours: ${ratio.en} times what is expected.`
            : `In ${data.name} we see no other rhythm than in the rest of the region.`,
          comparedWith: `With the rhythm of all areas together, and with ${inWords(permutations).en} divisions by chance.`,
          howSure: `The probability that chance gives this difference: ${band ?? 'not to be said'}. Of ${inWords(data.withHour * 100).en}% of the reports the hour is known.`,
          notToConclude: `The hour is often that of the call, not that of the event. One busy night with many callers counts as many reports. ${NEVER.en}`,
        },
      },
      picture: { kind: 'rhythm', cells: blocks },
      tables: [table],
    };
  },
});
