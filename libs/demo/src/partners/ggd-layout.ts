import type { DemoReport } from '../reports/report.js';
import { inWords } from './dutch-dates.js';
import {
  addressColumns,
  addressParts,
  crosswalk,
  worded,
  type LayoutColumn,
  type RecordsLayout,
} from './partner-layout.js';

const role = worded({ subject: 'bewoner', location: 'plek', reporter: 'melder', unknown: 'onbekend' });
const reporter = worded({ citizen: 'inwoner', professional: 'zorgpartner', anonymous: 'anoniem' });
/** This registration has one field for everything behind the number. */
const behindTheNumber: LayoutColumn<DemoReport> = {
  name: 'Toev.',
  value: (row, region) => {
    const { letter, addition } = addressParts(row, region);
    return letter + addition;
  },
};

/** Reports to the care and nuisance desk: a line above the header, months in words, postcode and number. */
export const GGD_REPORTS: RecordsLayout = {
  key: 'ggd_reports',
  organisation: 'ggd',
  kind: 'records',
  fileName: 'ggd_meldpunt_zorg_en_overlast',
  extension: 'csv',
  encoding: 'utf-8-bom',
  separator: ';',
  lineEnd: '\r\n',
  preamble: ['Meldpunt Zorg en Overlast – export meldingen', ''],
  columns: [
    { name: 'Dossiernummer', value: (row) => row.id },
    { name: 'Datum melding', value: (row) => inWords(row.occurredOn) },
    { name: 'Geregistreerd op', value: (row) => inWords(row.registeredOn) },
    { name: 'Aard van de melding', value: (row) => row.code.code },
    { name: 'Verward gedrag', value: (row) => (row.confused === true ? 'ja' : 'nee') },
    ...addressColumns({ postcode: 'Postcode', number: 'Nr.' }),
    behindTheNumber,
    { name: 'Melding betreft', value: (row) => role.say(row.role) },
    { name: 'BSN', value: (row) => row.bsn },
    { name: 'Aangemeld door', value: (row) => reporter.say(row.reporterType) },
    { name: 'Meldersleutel', value: (row) => row.reporterKey },
  ],
  mapping: {
    format: 'datalab-mapping/1',
    kind: 'records',
    sourceRecordId: { column: 'Dossiernummer' },
    area: { by: 'address', postcode: 'Postcode', number: 'Nr.', addition: 'Toev.' },
    occurredOn: { column: 'Datum melding', format: 'words' },
    registeredOn: { column: 'Geregistreerd op', format: 'words' },
    category: { column: 'Aard van de melding' },
    categories: { vocabulary: { name: 'ggd-meldpunt', version: '1' }, codes: crosswalk('ggd') },
    householdKey: { from: 'address' },
    householdRole: { column: 'Melding betreft', codes: role.codes },
    personKey: { column: 'BSN', from: 'bsn' },
    reporterKey: { column: 'Meldersleutel' },
    reporterType: { column: 'Aangemeld door', codes: reporter.codes },
    confusedBehaviour: { column: 'Verward gedrag', yes: ['ja'], no: ['nee'] },
  },
};
