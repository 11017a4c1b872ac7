import { compact } from './dutch-dates.js';
import { addressColumns, crosswalk, worded, type RecordsLayout } from './partner-layout.js';

const role = worded({ subject: 'VEROORZAKER', location: 'COMPLEX', reporter: 'MELDER', unknown: 'ONBEKEND' });
const reporter = worded({ citizen: 'HUURDER', professional: 'MEDEWERKER', anonymous: 'ANONIEM' });
const MS_PER_DAY = 86_400_000;

/** Nuisance files with codes after VERA: semicolons, compact dates, decimal comma, the corporation's complexes and address ids. */
export const CORPORATION_REPORTS: RecordsLayout = {
  key: 'corporation_reports',
  organisation: 'corporation',
  kind: 'records',
  fileName: 'corporatie_overlastdossiers',
  extension: 'csv',
  encoding: 'utf-8-bom',
  separator: ';',
  lineEnd: '\r\n',
  preamble: [],
  columns: [
    { name: 'dossier_id', value: (row) => row.id },
    { name: 'datum_melding', value: (row) => compact(row.occurredOn) },
    { name: 'datum_invoer', value: (row) => compact(row.registeredOn) },
    { name: 'overlast_code', value: (row) => row.code.code },
    // A complex is what the corporation built at once: here the street.
    {
      name: 'complexnummer',
      value: (row, region) => (row.address === null ? '' : `C${1000 + region.addresses[row.address]!.street}`),
    },
    {
      name: 'adres_id',
      value: (row, region) => (row.address === null || !row.addressComplete ? '' : region.addresses[row.address]!.id),
    },
    ...addressColumns({ postcode: 'postcode', number: 'huisnummer', letter: 'huisletter', addition: 'toevoeging' }),
    { name: 'rol_adres', value: (row) => role.say(row.role) },
    { name: 'melder_soort', value: (row) => reporter.say(row.reporterType) },
    { name: 'melder_sleutel', value: (row) => row.reporterKey },
    {
      name: 'doorlooptijd_weken',
      value: (row) =>
        row.closedOn === ''
          ? ''
          : ((Date.parse(row.closedOn) - Date.parse(row.registeredOn)) / MS_PER_DAY / 7).toFixed(1).replace('.', ','),
    },
    { name: 'datum_gesloten', value: (row) => compact(row.closedOn) },
    { name: 'status', value: (row) => row.status },
  ],
  mapping: {
    format: 'datalab-mapping/1',
    kind: 'records',
    sourceRecordId: { column: 'dossier_id' },
    area: {
      by: 'address',
      postcode: 'postcode',
      number: 'huisnummer',
      letter: 'huisletter',
      addition: 'toevoeging',
    },
    occurredOn: { column: 'datum_melding', format: 'compact' },
    registeredOn: { column: 'datum_invoer', format: 'compact' },
    closedOn: { column: 'datum_gesloten', format: 'compact' },
    category: { column: 'overlast_code' },
    categories: { vocabulary: { name: 'corporatie-overlast', version: '1' }, codes: crosswalk('corporation') },
    householdKey: { from: 'address' },
    householdRole: { column: 'rol_adres', codes: role.codes },
    reporterKey: { column: 'melder_sleutel' },
    reporterType: { column: 'melder_soort', codes: reporter.codes },
    status: { column: 'status' },
  },
};
