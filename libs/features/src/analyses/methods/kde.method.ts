import { kernelDensityAt } from '@datalab/analysis';
import type { RunTable } from '@datalab/domain';
import { z } from 'zod';
import { defineMethod } from '../method.js';
import { option } from '../run-option.js';
import { withoutCells, AREA_FIELDS, readAreaCounts, type AreaCounts } from './area-counts.js';
import { FEWEST_AREAS, shownMap } from './shown-map.js';
import { inWords, NEVER } from './words-of.js';

const params = z.strictObject({
  kernel: option(z.enum(['quartic', 'gaussian']).default('quartic'), {
    words: { nl: 'Vorm van de heuvel', en: 'Shape of the hill' },
    values: {
      quartic: { nl: 'met een rand', en: 'with an edge' },
      gaussian: { nl: 'zonder rand', en: 'without an edge' },
    },
  }),
  /** How far a report reaches, in metres. A hill that is no wider than one address would show that address. */
  bandwidth: option(z.number().int().min(200).max(20_000).default(1_000), {
    words: { nl: 'Hoe ver een melding reikt, in meters', en: 'How far a report reaches, in metres' },
  }),
  /** Where reports stand: in the middle of their area, or of their 200 m cell where the agreement has that field. */
  place: option(z.enum(['area', 'grid_cell']).default('area'), {
    words: { nl: 'Waar een melding staat', en: 'Where a report stands' },
    values: {
      area: { nl: 'midden in het gebied', en: 'in the middle of the area' },
      grid_cell: { nl: 'midden in het vierkant van 200 meter', en: 'in the middle of the 200 m square' },
    },
  }),
});
type Params = z.infer<typeof params>;

interface Data extends AreaCounts {
  /** Where reports stand, in metres, with how many (noised). */
  at: { x: Float64Array; y: Float64Array; weights: Float64Array };
  centres: { x: Float64Array; y: Float64Array };
}

/** Which fifth of the areas each is in by density (5 is the densest), at this width and at twice this width. */
interface Outcome {
  fifth: number[];
  wider: number[];
}

const FIFTHS = 5;
const CLASSES = {
  'fifth-1': { nl: 'Laagste vijfde', en: 'Lowest fifth' },
  'fifth-2': { nl: 'Tweede vijfde', en: 'Second fifth' },
  'fifth-3': { nl: 'Middelste vijfde', en: 'Middle fifth' },
  'fifth-4': { nl: 'Vierde vijfde', en: 'Fourth fifth' },
  'fifth-5': { nl: 'Hoogste vijfde', en: 'Highest fifth' },
};
type Klass = keyof typeof CLASSES;

/** Where reports lie densest per square kilometre: every report a small hill, the map is their sum. A picture and not a test. */
export const kdeMethod = defineMethod<Params, Data, Outcome, Outcome>({
  name: 'kde',
  version: 1,
  kind: 'descriptive',
  label: 'description',
  title: { nl: 'Waar liggen meldingen dicht bij elkaar?', en: 'Where do reports lie close together?' },
  explanation: {
    nl: 'Elke melding is een kleine heuvel op de kaart, en we tellen alle heuvels op. Zo zie je waar veel meldingen bij elkaar liggen, ook over de grens van een gebied heen. Het is een tekening en geen toets.',
    en: 'Every report is a small hill on the map, and we add all hills up. So you see where many reports lie together, also across the border of an area. It is a drawing and not a test.',
  },
  units: ['report'],
  params,
  use: (_, { place }) => ({
    fields: place === 'grid_cell' ? [...AREA_FIELDS, 'grid_cell'] : AREA_FIELDS,
    linksBy: null,
  }),
  async read(rows, scope, { place }) {
    const counts = await readAreaCounts(rows, scope);
    const plane = rows.plane();
    const centres = plane?.centres ?? [];
    const stands: (readonly [[number, number], number])[] =
      plane === undefined || place === 'area'
        ? centres.map((centre, i) => [centre, counts.reports[i]!] as const)
        : (await rows.cells(['grid_cell'])).flatMap((cell) => {
            const name = cell.group['grid_cell'];
            return name === null || name === undefined
              ? []
              : [[plane.cellCentre(String(name)), rows.noised(cell)] as const];
          });
    return {
      ...counts,
      at: {
        x: Float64Array.from(stands, ([[x]]) => x),
        y: Float64Array.from(stands, ([[, y]]) => y),
        weights: Float64Array.from(stands, ([, weight]) => weight),
      },
      centres: { x: Float64Array.from(centres, ([x]) => x), y: Float64Array.from(centres, ([, y]) => y) },
    };
  },
  forThreads: withoutCells,
  parts: () => 1,
  run({ at, centres }, { bandwidth, kernel }) {
    const at_ = (width: number) => fifthsOf(kernelDensityAt(at, centres, width, kernel));
    return { fifth: at_(bandwidth), wider: at_(2 * bandwidth) };
  },
  merge: ([outcome]) => outcome!,
  present({ fifth, wider }, data, { bandwidth, place }, gate) {
    if (!data.hasMap || fifth.length === 0) return { refused: 'no-map' };
    if (fifth.length < FEWEST_AREAS) return { refused: 'too-few-areas' };
    if (data.at.weights.every((weight) => weight === 0)) return { refused: 'too-few-reports' };
    const statistics = fifth.map((klass) => ({ z: Number.NaN, klass: `fifth-${klass}` as Klass }));
    const map = shownMap(data, statistics, CLASSES, { gate, quiet: 'fifth-1' });
    const top = map.areas.flatMap(({ klass }, i) => (klass === 'fifth-5' ? [i] : []));
    const stays = top.filter((i) => wider[i] === FIFTHS).length;
    const table: RunTable = {
      key: 'densest',
      title: { nl: 'Gebieden in het dichtste vijfde deel', en: 'Areas in the densest fifth' },
      columns: [
        { key: 'area', title: { nl: 'Gebied', en: 'Area' }, unit: null },
        {
          key: 'wider',
          title: { nl: 'Ook met een twee keer zo brede heuvel', en: 'With hills twice as wide too' },
          unit: null,
        },
      ],
      rows: top.map((i) => ({
        area: data.names[i]!,
        wider: wider[i] === FIFTHS ? { nl: 'ja', en: 'yes' } : { nl: 'nee', en: 'no' },
      })),
    };
    const [tops, same, metres, hidden] = [top.length, stays, bandwidth, map.withheld].map((value) =>
      inWords(value),
    ) as [Texts, Texts, Texts, Texts];
    const where =
      place === 'area'
        ? { nl: 'Meldingen staan in het midden van hun gebied.', en: 'Reports stand in the middle of their area.' }
        : {
            nl: 'Meldingen staan in het midden van hun vierkant van 200 meter.',
            en: 'Reports stand in the middle of their 200 m square.',
          };
    return {
      n: fifth.length,
      warnings: map.warnings,
      text: {
        nl: {
          what: `De donkerste gebieden op de kaart zijn het vijfde deel waar meldingen het dichtst bij elkaar liggen: ${tops.nl} daarvan mogen we tonen. Een melding telt mee tot ongeveer ${metres.nl} meter.`,
          comparedWith: `Met de andere gebieden van de regio, per oppervlak en niet per inwoner. ${where.nl}`,
          howSure: `Dit is geen toets. Met heuvels die twee keer zo breed zijn blijven ${same.nl} van deze gebieden in het dichtste deel. Van ${hidden.nl} gebieden mag de uitkomst niet worden getoond.`,
          notToConclude: `Waar meer mensen wonen, liggen meldingen vanzelf dichter bij elkaar. Aan de rand van de regio lijkt het rustiger dan het is. ${NEVER.nl}`,
        },
        en: {
          what: `The darkest areas on the map are the fifth where reports lie closest together: ${tops.en} of them may be shown. A report counts up to some ${metres.en} metres away.`,
          comparedWith: `With the other areas of the region, per surface and not per inhabitant. ${where.en}`,
          howSure: `This is not a test. With hills twice as wide ${same.en} of these areas stay in the densest part. Of ${hidden.en} areas the outcome may not be shown.`,
          notToConclude: `Where more people live reports lie closer together of themselves. At the edge of the region it looks quieter than it is. ${NEVER.en}`,
        },
      },
      picture: map.picture,
      tables: [table],
    };
  },
});

type Texts = { nl: string; en: string };

/** 1 to 5 by how many areas are less dense; equal densities are in one fifth, and nought is in the lowest. */
function fifthsOf(density: Float64Array): number[] {
  const sorted = density.slice().sort();
  const most = sorted.at(-1) ?? 0;
  return Array.from(density, (value) => {
    if (value === 0 || most === 0) return 1;
    let below = 0;
    while (below < sorted.length && sorted[below]! < value) below += 1;
    return Math.min(FIFTHS, 1 + Math.floor((FIFTHS * below) / sorted.length));
  });
}
