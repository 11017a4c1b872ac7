import { likeWithLike, type LikeArea } from '@datalab/analysis';
import type { RunTable } from '@datalab/domain';
import { z } from 'zod';
import { defineMethod } from '../method.js';
import { areaOption, indicatorsOption, option } from '../run-option.js';
import { AREA_FIELDS, readAreaCounts, type AreaCounts } from './area-counts.js';
import { inWords, NEVER } from './words-of.js';

const params = z.strictObject({
  /** Code of the area to find others for. */
  area: areaOption({ nl: 'Gebied waarvoor we vergelijkbare zoeken', en: 'Area to find comparable ones for' }),
  /** Codes of context indicators of the region: public figures, never reports. */
  indicators: indicatorsOption(1, 8),
  most: option(z.number().int().min(1).max(20).default(5), {
    words: { nl: 'Hoogstens zoveel gebieden', en: 'At most so many areas' },
  }),
});
type Params = z.infer<typeof params>;

interface Data extends AreaCounts {
  indicators: { title: { nl: string; en: string }; values: Float64Array }[];
}

/** The areas that are most like one area, to compare it with: Mahalanobis distance on public indicators. */
export const likeWithLikeMethod = defineMethod<Params, Data, LikeArea[], LikeArea[]>({
  name: 'like-with-like',
  version: 1,
  kind: 'descriptive',
  label: 'description',
  title: { nl: 'Gebieden die op elkaar lijken', en: 'Areas that are alike' },
  explanation: {
    nl: 'We zoeken de gebieden die op een paar kenmerken het meest op uw gebied lijken. Vergelijken met die gebieden zegt meer dan vergelijken met het gemiddelde.',
    en: 'We look for the areas that are most like your area on a few traits. Comparing with those says more than comparing with the average.',
  },
  units: ['report'],
  params,
  use: () => ({ fields: AREA_FIELDS, linksBy: null }),
  async read(rows, scope, { indicators }) {
    const found = rows.indicators(indicators);
    return {
      ...(await readAreaCounts(rows, scope)),
      indicators: found.map(({ title, values }) => ({
        title,
        values: Float64Array.from(rows.areas, ({ code }) => values.get(code) ?? Number.NaN),
      })),
    };
  },
  parts: () => 1,
  run: ({ areaCodes, indicators }, { area, most }) =>
    likeWithLike(
      indicators.map(({ values }) => values),
      areaCodes.indexOf(area),
      most,
    ),
  merge: ([outcome]) => outcome!,
  present(found, data, { area }, gate) {
    const own = data.areaCodes.indexOf(area);
    if (own < 0 || found.length === 0) return { refused: 'area-not-complete' };
    const name = data.names[own]!;
    const listed = [{ area: own, distance: 0 }, ...found];
    const rows = listed.map(({ area: i, distance }) => {
      const cell = gate.cell(data.cells[i]!);
      const people = data.population[i]!;
      const rate =
        cell.state !== 'shown' || Number.isNaN(people)
          ? null
          : Number(((1_000 * cell.reports) / people).toPrecision(2));
      return {
        area: data.names[i]!,
        distance: Number(distance.toPrecision(2)),
        reports: cell.state === 'shown' ? cell.reports : cell.state === 'zero' ? 0 : { withheld: true as const },
        rate,
      };
    });
    const table: RunTable = {
      key: 'areas',
      title: { nl: 'Gebieden die lijken', en: 'Areas that are alike' },
      columns: [
        { key: 'area', title: { nl: 'Gebied', en: 'Area' }, unit: null },
        { key: 'distance', title: { nl: 'Verschil', en: 'Difference' }, unit: 'distance' },
        { key: 'reports', title: { nl: 'Meldingen', en: 'Reports' }, unit: 'reports' },
        { key: 'rate', title: { nl: 'Per 1.000 inwoners', en: 'Per 1,000 inhabitants' }, unit: 'rate' },
      ],
      rows,
    };
    const typical = inWords(Math.sqrt(data.indicators.length), 1);
    const nearest = rows[1]!;
    return {
      n: found.length,
      warnings: [{ code: 'from_protected_counts' }, { code: 'skewed_reporting' }],
      text: {
        nl: {
          what: `Het meest lijkt ${nearest.area} op ${name} (verschil ${inWords(nearest.distance, 1).nl}).`,
          comparedWith: `Op ${inWords(data.indicators.length).nl} kenmerken: ${data.indicators.map(({ title }) => title.nl).join(', ')}. Een gewoon verschil met het gemiddelde is ongeveer ${typical.nl}.`,
          howSure:
            'De kenmerken zijn openbare cijfers. Het dichtstbij is niet altijd dichtbij: kijk naar het verschil.',
          notToConclude: `Lijken op deze kenmerken betekent niet op alles lijken. ${NEVER.nl}`,
        },
        en: {
          what: `${nearest.area} is most like ${name} (difference ${inWords(nearest.distance, 1).en}).`,
          comparedWith: `On ${inWords(data.indicators.length).en} traits: ${data.indicators.map(({ title }) => title.en).join(', ')}. An ordinary difference from the average is some ${typical.en}.`,
          howSure: 'The traits are public figures. Nearest is not always near: look at the difference.',
          notToConclude: `Being alike on these traits is not being alike on everything. ${NEVER.en}`,
        },
      },
      picture: { kind: 'table' },
      tables: [table],
    };
  },
});
