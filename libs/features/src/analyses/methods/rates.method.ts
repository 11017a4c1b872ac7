import { empiricalBayesRates, exactCountInterval } from '@datalab/analysis';
import type { RunMapArea, RunTable, RunWarning } from '@datalab/domain';
import { z } from 'zod';
import { defineMethod } from '../method.js';
import { option } from '../run-option.js';
import { AREA_FIELDS, readAreaCounts, type AreaCounts } from './area-counts.js';
import { nearCareTable, nearCareWords, readNearCare, type NearCareArea } from './near-care.js';
import { inWords, NEVER } from './words-of.js';

const params = z.strictObject({
  nearCare: option(z.boolean().default(false), {
    words: {
      nl: 'Ook vergelijken: bij zorglocaties (binnen 250 meter) en verder weg',
      en: 'Compare near care locations (within 250 metres) with elsewhere as well',
    },
  }),
});
type Params = z.infer<typeof params>;
const PER = 1_000;

const CLASSES = {
  more: { nl: 'Meer dan gemiddeld', en: 'More than average' },
  less: { nl: 'Minder dan gemiddeld', en: 'Less than average' },
  average: { nl: 'Ongeveer gemiddeld', en: 'About average' },
} as const;

interface ShownRate {
  reports: number;
  people: number;
  rate: number;
  low: number;
  high: number;
}

interface Data extends AreaCounts {
  /** Null where it was not asked for. */
  nearCare: NearCareArea[] | null;
}

/** Reports per 1,000 inhabitants with exact Poisson bounds and the smoothed rate (empirical Bayes), all from what may be shown; near care locations beside elsewhere where that is asked. */
export const ratesMethod = defineMethod<Params, Data, null, null>({
  name: 'rates',
  version: 3,
  kind: 'descriptive',
  label: 'description',
  title: { nl: 'Meldingen per 1.000 inwoners', en: 'Reports per 1,000 inhabitants' },
  explanation: {
    nl: 'We delen het aantal meldingen van elk gebied door het aantal inwoners. Bij kleine aantallen is dat onzeker: daarom staan er grenzen bij, en een gladgemaakte waarde.',
    en: 'We divide the reports of each area by its inhabitants. With small numbers that is uncertain: so there are bounds beside it, and a smoothed value.',
  },
  units: ['report'],
  params,
  use: (_, { nearCare }) => ({
    fields: nearCare ? [...AREA_FIELDS, 'near_care_location'] : AREA_FIELDS,
    linksBy: null,
  }),
  read: async (rows, scope, { nearCare }) => ({
    ...(await readAreaCounts(rows, scope)),
    nearCare: nearCare ? await readNearCare(rows) : null,
  }),
  parts: () => 1,
  run: () => null,
  merge: () => null,
  present(_, data, __, gate) {
    // Everything is computed anew from the cells that may be shown.
    const cells = data.cells.map((exact) => gate.cell(exact));
    const rates = cells.map((cell, i): ShownRate | undefined => {
      const people = data.population[i]!;
      if (cell.state !== 'shown' || Number.isNaN(people)) return undefined;
      // The noise of an area with a few very busy addresses is larger than what chance makes of its count.
      const certain = gate.bounds(data.cells[i]!) ?? { low: cell.reports, high: cell.reports };
      const { low } = exactCountInterval(certain.low);
      const { high } = exactCountInterval(certain.high);
      return { reports: cell.reports, people, rate: cell.reports / people, low: low / people, high: high / people };
    });
    const shown = rates.filter((rate) => rate !== undefined);
    if (shown.length === 0) return { refused: 'too-few-to-show' };
    const overall =
      shown.reduce((sum, { reports }) => sum + reports, 0) / shown.reduce((sum, { people }) => sum + people, 0);
    const smooth = empiricalBayesRates(
      rates.map((rate) => rate?.reports ?? Number.NaN),
      rates.map((rate) => rate?.people ?? Number.NaN),
    ).rates;
    const per = (rate: number): number => Number((PER * rate).toPrecision(2));
    const areas = cells.map((cell, i): RunMapArea => {
      const [areaCode, rate] = [data.areaCodes[i]!, rates[i]];
      if (rate === undefined) return { areaCode, state: cell.state, klass: null, z: null, value: null };
      const klass = rate.low > overall ? 'more' : rate.high < overall ? 'less' : 'average';
      return { areaCode, state: 'shown', klass, z: null, value: per(rate.rate) };
    });
    const withheld = cells.filter(({ state }) => state === 'withheld' || state === 'none_or_few').length;
    const having = (klass: string) => inWords(areas.filter((area) => area.klass === klass).length);
    const table: RunTable = {
      key: 'areas',
      title: { nl: 'Meldingen per gebied', en: 'Reports by area' },
      columns: [
        { key: 'area', title: { nl: 'Gebied', en: 'Area' }, unit: null },
        { key: 'reports', title: { nl: 'Meldingen', en: 'Reports' }, unit: 'reports' },
        { key: 'rate', title: { nl: 'Per 1.000 inwoners', en: 'Per 1,000 inhabitants' }, unit: 'rate' },
        { key: 'low', title: { nl: 'Van', en: 'From' }, unit: 'rate' },
        { key: 'high', title: { nl: 'Tot', en: 'To' }, unit: 'rate' },
        { key: 'smoothed', title: { nl: 'Gladgemaakt', en: 'Smoothed' }, unit: 'rate' },
      ],
      rows: rates.map((rate, i) =>
        rate === undefined
          ? {
              area: data.names[i]!,
              reports: cells[i]!.state === 'zero' ? 0 : { withheld: true },
              rate: null,
              low: null,
              high: null,
              smoothed: null,
            }
          : {
              area: data.names[i]!,
              reports: rate.reports,
              rate: per(rate.rate),
              low: per(rate.low),
              high: per(rate.high),
              smoothed: per(smooth[i]!),
            },
      ),
    };
    const nearCare = data.nearCare && nearCareTable(data.nearCare, gate);
    const busier = nearCare === null ? { nl: '', en: '' } : nearCareWords(nearCare);
    const warnings: RunWarning[] = [
      { code: 'from_protected_counts' },
      { code: 'skewed_reporting' },
      ...(withheld > 0 ? [{ code: 'partly_withheld' as const }] : []),
    ];
    const mean = inWords(PER * overall, 1);
    return {
      n: shown.length,
      warnings,
      text: {
        nl: {
          what: `Gemiddeld zijn er ${mean.nl} meldingen per 1.000 inwoners. Gebieden met duidelijk meer: ${having('more').nl}; met duidelijk minder: ${having('less').nl}.${busier.nl}`,
          comparedWith: 'Met het gemiddelde van alle gebieden waarvan de aantallen mogen worden getoond.',
          howSure: `Bij elk gebied staat tussen welke grenzen het met 95% zekerheid ligt. Daarin zit ook wat er veranderd is om mensen te beschermen. Van ${inWords(withheld).nl} gebieden mag het aantal niet worden getoond.`,
          notToConclude: `Inwoners zijn niet altijd de mensen die er komen: een winkelgebied heeft weinig inwoners en veel bezoekers. ${NEVER.nl}`,
        },
        en: {
          what: `On average there are ${mean.en} reports per 1,000 inhabitants. Areas with clearly more: ${having('more').en}; with clearly fewer: ${having('less').en}.${busier.en}`,
          comparedWith: 'With the average of all areas whose numbers may be shown.',
          howSure: `With each area stand the bounds within which it lies with 95% certainty. What was changed to protect people is in them. Of ${inWords(withheld).en} areas the number may not be shown.`,
          notToConclude: `Inhabitants are not always the people who are there: a shopping area has few inhabitants and many visitors. ${NEVER.en}`,
        },
      },
      picture: {
        kind: 'map',
        level: data.areaLevel,
        classes: Object.entries(CLASSES).map(([key, title]) => ({ key, title })),
        valueUnit: { nl: 'meldingen per 1.000 inwoners', en: 'reports per 1,000 inhabitants' },
        areas,
      },
      tables: nearCare === null ? [table] : [table, nearCare],
    };
  },
});
