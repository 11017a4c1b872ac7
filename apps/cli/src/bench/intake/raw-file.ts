import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { AddressParts, Mapping } from '@datalab/intake';
import { Chance } from '../../intake/chance.js';

const HEADER =
  'Meldnummer;Datum melding;Tijdstip;Datum registratie;Categorie;Postcode;Huisnummer;Huisletter;Toevoeging;Rol adres;Melder;Kanaal;Status;Datum gesloten';
const CODES = {
  'Geluidsoverlast woning': 'noise',
  'Burenruzie (langdurig)': 'neighbour_dispute',
  'Overlast verward persoon': 'confused_behaviour',
  Hangjongeren: 'youth',
  'Drank- en drugsoverlast': 'drugs_alcohol',
  'Vervuiling, zwerfvuil': 'filth_neglect',
  Stankoverlast: 'stench',
  Overig: 'other',
} as const;
const ROLES = { Veroorzaker: 'subject', Locatie: 'location', Melder: 'reporter', Onbekend: 'unknown' } as const;
const REPORTERS = { Bewoner: 'citizen', Professional: 'professional', Anoniem: 'anonymous' } as const;
const LINES_AT_ONCE = 5_000;

/** How the bench's raw file is read: an export as a municipality makes it, with addresses that become area and cell. */
export const RAW_MAPPING: Mapping = {
  format: 'datalab-mapping/1',
  kind: 'records',
  sourceRecordId: { column: 'Meldnummer' },
  area: { by: 'address', postcode: 'Postcode', number: 'Huisnummer', letter: 'Huisletter', addition: 'Toevoeging' },
  occurredOn: { column: 'Datum melding', format: 'day_first' },
  occurredHour: { column: 'Tijdstip' },
  registeredOn: { column: 'Datum registratie', format: 'day_first' },
  closedOn: { column: 'Datum gesloten', format: 'day_first' },
  category: { column: 'Categorie' },
  categories: { vocabulary: { name: 'bench', version: '1' }, codes: CODES },
  householdRole: { column: 'Rol adres', codes: ROLES },
  reporterType: { column: 'Melder', codes: REPORTERS },
  channel: { column: 'Kanaal' },
  status: { column: 'Status' },
};

/** Writes a raw export of `rows` reports over 2023 and 2024 at the addresses of a region; the same seed, the same bytes. */
export async function writeRawFile(
  path: string,
  rows: number,
  addresses: readonly AddressParts[],
  seed = 1,
): Promise<void> {
  await pipeline(Readable.from(pieces(rows, addresses, new Chance(seed))), createWriteStream(path));
}

function* pieces(rows: number, addresses: readonly AddressParts[], chance: Chance): Generator<string> {
  const days = Array.from({ length: 731 }, (_, day) => dayFirst(new Date(Date.UTC(2023, 0, 1 + day))));
  const pick = <T>(items: readonly T[]) => chance.pick(items);
  let piece = `${HEADER}\r\n`;
  for (let row = 1; row <= rows; row += 1) {
    const day = chance.below(700);
    const { postcode, number, letter, addition } = pick(addresses);
    const time = `${String(chance.below(24)).padStart(2, '0')}:${String(chance.below(60)).padStart(2, '0')}`;
    const closed = chance.next() < 0.7 ? days[day + 1 + chance.below(29)] : '';
    const what = `${quoted(pick(Object.keys(CODES)))};${postcode};${number};${letter ?? ''};${addition ?? ''}`;
    const who = `${pick(Object.keys(ROLES))};${pick(Object.keys(REPORTERS))};${pick(['telefoon', 'web', 'app'])}`;
    piece += `M${10_000_000 + row};${days[day]};${time};${days[day + chance.below(3)]};${what};${who};${closed === '' ? 'open' : 'gesloten'};${closed}\r\n`;
    if (row % LINES_AT_ONCE === 0) {
      yield piece;
      piece = '';
    }
  }
  yield piece;
}

const quoted = (text: string): string => (text.includes(',') ? `"${text}"` : text);

const dayFirst = (day: Date): string => {
  const [year, month, date] = day.toISOString().slice(0, 10).split('-');
  return `${date}-${month}-${year}`;
};
