import type { ProvisionUse } from '../reports/report.js';
import { dayFirst } from './dutch-dates.js';
import {
  addressColumns,
  addressParts,
  crosswalk,
  worded,
  type LayoutColumn,
  type ProvisionUseLayout,
  type RecordsLayout,
} from './partner-layout.js';

const role = worded({ subject: 'Veroorzaker', location: 'Locatie', reporter: 'Melder', unknown: 'Onbekend' });
const reporter = worded({ citizen: 'Bewoner', professional: 'Professional', anonymous: 'Anoniem' });
const clock = (hour: number, id: string): string =>
  `${String(hour).padStart(2, '0')}:${String((Number(id.slice(-2)) * 37) % 60).padStart(2, '0')}`;

const coordinate = (metres: number | undefined): string =>
  metres === undefined ? '' : metres.toFixed(1).replace('.', ',');

/** Reports as in Signalen: semicolons, windows-1252, dd-mm-jjjj, main and sub-category in words. */
export const MUNICIPALITY_REPORTS: RecordsLayout = {
  key: 'municipality_reports',
  organisation: 'municipality',
  kind: 'records',
  fileName: 'gemeente_meldingen',
  extension: 'csv',
  encoding: 'windows-1252',
  separator: ';',
  lineEnd: '\r\n',
  preamble: [],
  columns: [
    { name: 'Meldnummer', value: (row) => row.id },
    { name: 'Datum melding', value: (row) => dayFirst(row.occurredOn) },
    { name: 'Tijdstip', value: (row) => clock(row.hour, row.id) },
    { name: 'Datum registratie', value: (row) => dayFirst(row.registeredOn) },
    { name: 'Hoofdcategorie', value: (row) => row.code.label },
    { name: 'Subcategorie', value: (row) => row.code.code },
    ...addressColumns({
      street: 'Straat',
      postcode: 'Postcode',
      number: 'Huisnummer',
      letter: 'Huisletter',
      addition: 'Toevoeging',
    }),
    { name: 'X-coördinaat', value: (row) => coordinate(row.point?.[0]) },
    { name: 'Y-coördinaat', value: (row) => coordinate(row.point?.[1]) },
    { name: 'Adres is', value: (row) => role.say(row.role) },
    { name: 'Soort melder', value: (row) => reporter.say(row.reporterType) },
    { name: 'Meldersleutel', value: (row) => row.reporterKey },
    { name: 'Kanaal', value: (row) => row.channel },
    { name: 'Status', value: (row) => row.status },
    { name: 'Afgehandeld op', value: (row) => dayFirst(row.closedOn) },
  ],
  mapping: {
    format: 'datalab-mapping/1',
    kind: 'records',
    sourceRecordId: { column: 'Meldnummer' },
    area: {
      by: 'address',
      postcode: 'Postcode',
      number: 'Huisnummer',
      letter: 'Huisletter',
      addition: 'Toevoeging',
    },
    // Of most places only the postcode is known, but the app knows where it was held up.
    point: { in: 'rd', x: 'X-coördinaat', y: 'Y-coördinaat' },
    occurredOn: { column: 'Datum melding', format: 'day_first' },
    occurredHour: { column: 'Tijdstip' },
    registeredOn: { column: 'Datum registratie', format: 'day_first' },
    closedOn: { column: 'Afgehandeld op', format: 'day_first' },
    category: { column: 'Subcategorie' },
    categories: { vocabulary: { name: 'signalen-vliermonde', version: '1' }, codes: crosswalk('municipality') },
    householdKey: { from: 'address' },
    householdRole: { column: 'Adres is', codes: role.codes },
    reporterKey: { column: 'Meldersleutel' },
    reporterType: { column: 'Soort melder', codes: reporter.codes },
    channel: { column: 'Kanaal' },
    status: { column: 'Status' },
  },
};

const PROVISIONS: Readonly<Record<ProvisionUse['provision'], string>> = {
  WMO: 'Wmo-begeleiding',
  JEUGD: 'Jeugdhulp',
  SCHULD: 'Schuldhulpverlening',
  PARTICIPATIE: 'Participatiewet',
};
const part = (name: string, key: 'postcode' | 'number' | 'letter' | 'addition'): LayoutColumn<ProvisionUse> => ({
  name,
  value: (row, region) =>
    addressParts({ address: row.address, addressComplete: true, placement: 'in_region' }, region)[key],
});

/** The second file of the municipality: who used which provision in which month. */
export const MUNICIPALITY_PROVISIONS: ProvisionUseLayout = {
  key: 'municipality_provisions',
  organisation: 'municipality',
  kind: 'provision_use',
  fileName: 'gemeente_voorzieningen',
  extension: 'csv',
  encoding: 'windows-1252',
  separator: ';',
  lineEnd: '\r\n',
  preamble: [],
  columns: [
    { name: 'Maand', value: (row) => row.month },
    part('Postcode', 'postcode'),
    part('Huisnummer', 'number'),
    part('Huisletter', 'letter'),
    part('Toevoeging', 'addition'),
    { name: 'Buurtcode', value: (row, region) => region.buurten[row.buurt]!.code },
    { name: 'Voorziening', value: (row) => PROVISIONS[row.provision] },
  ],
  mapping: {
    format: 'datalab-mapping/1',
    kind: 'provision_use',
    area: {
      by: 'address',
      postcode: 'Postcode',
      number: 'Huisnummer',
      letter: 'Huisletter',
      addition: 'Toevoeging',
    },
    month: { column: 'Maand', format: 'iso' },
    provision: { column: 'Voorziening' },
    provisions: {
      vocabulary: { name: 'voorzieningen-vliermonde', version: '1' },
      codes: Object.fromEntries(Object.entries(PROVISIONS).map(([code, word]) => [word, code])),
    },
    householdKey: { from: 'address' },
  },
};
