import { exactCountInterval } from '@datalab/analysis';
import type { RunTable } from '@datalab/domain';
import type { ExactGroup } from '../data/exact-cells.js';
import type { RunRows } from '../data/run-rows.js';
import type { OutcomeGate } from '../method.js';
import { inWords } from './words-of.js';

/** The reports of an area by whether they lie within 250 m of a care location, and the addresses that can be reported there. */
export interface NearCareArea {
  name: string;
  reports: Record<Place, ExactGroup>;
  addresses: Record<Place, number>;
}

type Place = 'near' | 'far';
const PER = 1_000;

/** Reads them for every area of the run. Reports of which the source does not say it are in neither. */
export async function readNearCare(rows: RunRows): Promise<NearCareArea[]> {
  const found = await rows.cells(['area_code', 'near_care']);
  const none = { near: 0, far: 0 };
  return rows.areas.map(({ code, name }) => {
    const cell = (nearCare: number): ExactGroup =>
      found.find(({ group }) => group['area_code'] === code && group['near_care'] === nearCare) ??
      rows.emptyCell({ area_code: code, near_care: nearCare });
    return { name, reports: { near: cell(1), far: cell(0) }, addresses: rows.addresses.get(code) ?? none };
  });
}

/**
 * Reports per 1,000 addresses near care and elsewhere in the same area, and how many times the one the other is, with bounds that hold chance and what was
 * changed to protect people. A number of an area is shown with the other or not at all: beside the area's total the one would tell the other.
 */
export function nearCareTable(areas: readonly NearCareArea[], gate: OutcomeGate): RunTable {
  return {
    key: 'near-care',
    title: { nl: 'Bij zorglocaties en verder weg', en: 'Near care locations and elsewhere' },
    columns: [
      { key: 'area', title: { nl: 'Gebied', en: 'Area' }, unit: null },
      { key: 'near', title: { nl: 'Per 1.000 adressen bij zorg', en: 'Per 1,000 addresses near care' }, unit: 'rate' },
      { key: 'far', title: { nl: 'Per 1.000 andere adressen', en: 'Per 1,000 other addresses' }, unit: 'rate' },
      { key: 'ratio', title: { nl: 'Verhouding', en: 'Ratio' }, unit: 'ratio' },
      { key: 'low', title: { nl: 'Van', en: 'From' }, unit: 'ratio' },
      { key: 'high', title: { nl: 'Tot', en: 'To' }, unit: 'ratio' },
    ],
    rows: areas.filter(hasBoth).map((area) => {
      const [near, far] = [rateOf(area, 'near', gate), rateOf(area, 'far', gate)];
      const withheld = { withheld: true } as const;
      if (near === null || far === null)
        return { area: area.name, near: withheld, far: withheld, ratio: null, low: null, high: null };
      return {
        area: area.name,
        near: rounded(PER * near.rate),
        far: rounded(PER * far.rate),
        ratio: rounded(near.rate / far.rate),
        low: rounded(near.low / far.high),
        high: rounded(near.high / far.low),
      };
    }),
  };
}

/** In how many of the areas with care locations it is clearly busier near them, in a sentence. */
export function nearCareWords({ rows }: RunTable): { nl: string; en: string } {
  const clear = inWords(rows.filter(({ low }) => typeof low === 'number' && low > 1).length);
  const all = inWords(rows.length);
  return {
    nl: ` In ${clear.nl} van de ${all.nl} gebieden met een zorglocatie zijn er binnen 250 meter daarvan duidelijk meer meldingen per adres dan verder weg.`,
    en: ` In ${clear.en} of the ${all.en} areas with a care location there are clearly more reports per address within 250 metres of it than elsewhere.`,
  };
}

const hasBoth = ({ addresses }: NearCareArea): boolean => addresses.near > 0 && addresses.far > 0;
const rounded = (value: number): number => Number(value.toPrecision(2));

function rateOf(area: NearCareArea, place: Place, gate: OutcomeGate) {
  const [exact, addresses] = [area.reports[place], area.addresses[place]];
  const cell = gate.cell(exact);
  const certain = gate.bounds(exact);
  if (cell.state !== 'shown' || certain === null) return null;
  return {
    rate: cell.reports / addresses,
    low: exactCountInterval(certain.low).low / addresses,
    high: exactCountInterval(certain.high).high / addresses,
  };
}
