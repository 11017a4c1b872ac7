import { monthInWords } from './dutch-dates.js';
import { crosswalk, worded, type RecordsLayout } from './partner-layout.js';

const reporter = worded({ citizen: 'Bewoner', professional: 'Professional', anonymous: 'Onbekend' });

/** What a wijkteam keeps: the month and the name of the buurt, no number and no address. Equal rows are separate reports. */
export const WIJKTEAM_REPORTS: RecordsLayout = {
  key: 'wijkteam_reports',
  organisation: 'wijkteam',
  kind: 'records',
  fileName: 'wijkteams_signalen',
  extension: 'csv',
  encoding: 'utf-8-bom',
  separator: ';',
  lineEnd: '\r\n',
  preamble: [],
  columns: [
    { name: 'Maand', value: (row) => monthInWords(row.occurredOn) },
    { name: 'Buurt', value: (row, region) => (row.buurt === null ? '' : region.buurten[row.buurt]!.name) },
    { name: 'Onderwerp', value: (row) => row.code.code },
    { name: 'Aangebracht door', value: (row) => reporter.say(row.reporterType) },
    { name: 'Meldersleutel', value: (row) => row.reporterKey },
    { name: 'Werkwijze', value: (row) => row.channel },
  ],
  mapping: {
    format: 'datalab-mapping/1',
    kind: 'records',
    area: {
      by: 'name',
      column: 'Buurt',
      level: 'buurt',
      firstIsHigher: false,
      higherNames: [],
      aliases: {},
      unknown: 'refuse',
    },
    occurredOn: { column: 'Maand', format: 'period' },
    category: { column: 'Onderwerp' },
    categories: { vocabulary: { name: 'wijkteam-vliermonde', version: '1' }, codes: crosswalk('wijkteam') },
    householdRole: { constant: 'unknown' },
    reporterKey: { column: 'Meldersleutel' },
    reporterType: { column: 'Aangebracht door', codes: reporter.codes },
    channel: { column: 'Werkwijze' },
  },
};
