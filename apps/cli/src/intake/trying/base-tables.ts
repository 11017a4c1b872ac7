import { demoRegion, demoReports, partnerFiles, partnerLayouts } from '@datalab/demo';
import type { DatasetKind } from '@datalab/domain';
import { parseMapping, type Mapping } from '@datalab/intake';
import Papa from 'papaparse';

/** A table as a partner keeps it, apart from how it is written to a file. */
export interface BaseTable {
  name: string;
  kind: DatasetKind;
  /** Lines above the header. */
  preamble: readonly string[];
  header: readonly string[];
  rows: readonly (readonly string[])[];
  mapping: Mapping;
}

const SEED = 1;
/** The planted events lie elsewhere: these months are ordinary. */
const PERIOD = { from: '2024-03-01', to: '2024-04-30' };
const MOST_ROWS = 24;

const YEARLY_COUNTS: BaseTable = {
  name: 'aantallen',
  kind: 'counts',
  preamble: ['Overlast naar soort'],
  header: ['Soort', 'Gebied', '2022', '2023'],
  rows: [
    ['geluid', 'Vliermonde', '1204', '998'],
    ['jeugd', 'Vliermonde', '310', '.'],
    ['totaal', 'Vliermonde', '1514', '998'],
  ],
  mapping: parseMapping({
    format: 'datalab-mapping/1',
    kind: 'counts',
    area: {
      by: 'name',
      column: 'Gebied',
      level: 'gemeente',
      firstIsHigher: false,
      higherNames: [],
      aliases: {},
      unknown: 'refuse',
    },
    period: { wide: true },
    count: { wide: true },
    wide: { of: 'period', grain: 'year' },
    category: { column: 'Soort' },
    categories: {
      vocabulary: { name: 'cijfers', version: '1' },
      codes: { geluid: 'noise', jeugd: 'youth', totaal: 'skip_total' },
    },
    notAvailable: 'leave_out',
  }),
};

/** The files of every partner of the demo, some rows of each with the header, and a small table of counts. The same every time. */
export function baseTables(): BaseTable[] {
  const region = demoRegion(SEED);
  const files = partnerFiles(region, demoReports(region, SEED, PERIOD), PERIOD);
  const partners = partnerLayouts.map((layout) => {
    const { text } = files.find(({ dataset }) => dataset === layout.key)!;
    const lines = Papa.parse<string[]>(text, { delimiter: layout.separator }).data.slice(layout.preamble.length);
    const [header = [], ...rows] = lines.filter((cells) => cells.length > 1);
    const { key: name, kind, preamble, mapping } = layout;
    return { name, kind, preamble, header, rows: rows.slice(0, MOST_ROWS), mapping: parseMapping(mapping) };
  });
  return [...partners, YEARLY_COUNTS];
}
