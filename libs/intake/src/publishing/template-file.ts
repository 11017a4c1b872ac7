import type { DatasetKind } from '@datalab/domain';
import { CANONICAL_FIELDS } from '../schema/canonical-schema.js';

/** Columns of the template that stand for what the client makes of them: an id becomes a hash, an address an area, a cell and a key. */
const PARTNER_COLUMNS: Readonly<
  Record<DatasetKind, readonly (readonly [column: string, description: string, example: string])[]>
> = {
  records: [
    ['source_record_id', 'Eigen nummer van de melding; blijft bij de organisatie.', 'M2024-0001'],
    ['occurred_on', '', '2024-03-05'],
    ['occurred_hour', '', '23'],
    ['registered_on', '', '2024-03-06'],
    ['source_category', '', 'E33'],
    ['postcode', 'Wordt gebied, vierkant en sleutel, en blijft bij de organisatie.', '1234AB'],
    ['huisnummer', 'Blijft bij de organisatie.', '12'],
    ['huisletter', 'Blijft bij de organisatie.', 'A'],
    ['toevoeging', 'Blijft bij de organisatie.', ''],
    ['area_code', '', 'BU00010101'],
    ['household_role', '', 'subject'],
    ['address_kind', '', 'dwelling'],
    ['reporter_type', '', 'citizen'],
    ['confused_behaviour', '', 'ja'],
    ['near_care_location', '', 'nee'],
    ['persons_band', '', '1'],
    ['channel', '', 'telefoon'],
    ['status', '', 'afgehandeld'],
    ['closed_on', '', '2024-03-20'],
  ],
  counts: [
    ['period', '', '2024-03'],
    ['area_code', '', 'BU00010101'],
    ['source_category', '', 'E33'],
    ['count', '', '7'],
  ],
  provision_use: [
    ['month', '', '2024-03'],
    ['postcode', 'Wordt gebied en sleutel, en blijft bij de organisatie.', '1234AB'],
    ['huisnummer', 'Blijft bij de organisatie.', '12'],
    ['huisletter', 'Blijft bij de organisatie.', 'A'],
    ['toevoeging', 'Blijft bij de organisatie.', ''],
    ['provision', '', 'WMO'],
  ],
};

/** The file that an organisation without an export of its own can fill in: header and one invented row, semicolons, UTF-8 with BOM for Excel. */
export function templateCsv(kind: DatasetKind): string {
  const columns = PARTNER_COLUMNS[kind];
  const line = (cells: readonly string[]) => `${cells.join(';')}\r\n`;
  return `\uFEFF${line(columns.map(([column]) => column))}${line(columns.map(([, , example]) => example))}`;
}

/** The columns of the template with what they mean (Dutch), for the page that explains it. */
export function templateColumns(kind: DatasetKind): { column: string; description: string; required: boolean }[] {
  return PARTNER_COLUMNS[kind].map(([column, description]) => {
    const field = CANONICAL_FIELDS[kind][column];
    return { column, description: description || (field?.description ?? ''), required: field?.required === true };
  });
}
