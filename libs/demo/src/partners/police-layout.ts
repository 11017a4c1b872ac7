import { addressColumns, crosswalk, worded, type RecordsLayout } from './partner-layout.js';

const role = worded({ subject: 'betrokken adres', location: 'pleegplaats', reporter: 'melder', unknown: '' });
const place = worded({ dwelling: 'woning', institution_or_shared: 'instelling', unknown: 'openbaar of onbekend' });
const reporter = worded({ citizen: 'burger', professional: 'ketenpartner', anonymous: 'anoniem' });

/** Incidents with codes: commas, UTF-8, ISO date and a separate hour, grid coordinates beside the address. */
export const POLICE_REPORTS: RecordsLayout = {
  key: 'police_reports',
  organisation: 'police',
  kind: 'records',
  fileName: 'politie_incidenten',
  extension: 'csv',
  encoding: 'utf-8',
  separator: ',',
  lineEnd: '\n',
  preamble: [],
  columns: [
    { name: 'registratienummer', value: (row) => row.id },
    { name: 'datum', value: (row) => row.occurredOn },
    { name: 'uur', value: (row) => row.hour },
    { name: 'datum_registratie', value: (row) => row.registeredOn },
    { name: 'incidentcode', value: (row) => row.code.code },
    { name: 'omschrijving', value: (row) => row.code.label },
    ...addressColumns({ postcode: 'postcode', number: 'huisnummer', letter: 'huisletter', addition: 'toevoeging' }),
    { name: 'x_rd', value: (row) => row.point?.[0] ?? '' },
    { name: 'y_rd', value: (row) => row.point?.[1] ?? '' },
    { name: 'locatie_soort', value: (row) => place.say(row.kind) },
    { name: 'locatie_rol', value: (row) => role.say(row.role) },
    { name: 'nabij_zorglocatie', value: (row) => (row.nearCare ? 'J' : 'N') },
    { name: 'verward_gedrag', value: (row) => (row.confused === true ? 'J' : 'N') },
    { name: 'bsn_betrokkene', value: (row) => row.bsn },
    { name: 'melder', value: (row) => reporter.say(row.reporterType) },
    { name: 'meldersleutel', value: (row) => row.reporterKey },
  ],
  mapping: {
    format: 'datalab-mapping/1',
    kind: 'records',
    sourceRecordId: { column: 'registratienummer' },
    area: {
      by: 'address',
      postcode: 'postcode',
      number: 'huisnummer',
      letter: 'huisletter',
      addition: 'toevoeging',
    },
    point: { in: 'rd', x: 'x_rd', y: 'y_rd' },
    occurredOn: { column: 'datum', format: 'iso' },
    occurredHour: { column: 'uur' },
    registeredOn: { column: 'datum_registratie', format: 'iso' },
    category: { column: 'incidentcode' },
    categories: { vocabulary: { name: 'politie-overlast-vliermonde', version: '1' }, codes: crosswalk('police') },
    householdKey: { from: 'address' },
    householdRole: { column: 'locatie_rol', codes: role.codes },
    addressKind: { column: 'locatie_soort', codes: place.codes },
    personKey: { column: 'bsn_betrokkene', from: 'bsn' },
    reporterKey: { column: 'meldersleutel' },
    reporterType: { column: 'melder', codes: reporter.codes },
    confusedBehaviour: { column: 'verward_gedrag', yes: ['J'], no: ['N'] },
    nearCareLocation: { column: 'nabij_zorglocatie', yes: ['J'], no: ['N'] },
  },
};
