import type { CanonicalProvisionUse } from '../schema/canonical-schema.js';
import type { Fault } from '../schema/field-check.js';
import type { ProvisionUseMapping } from '../mapping/mapping.js';
import { keyReader } from '../keys/read-keys.js';
import { areaReader } from './derive-area.js';
import { dateColumn, textSource, type ReadingContext } from './read-record.js';
import type { RowReader } from './row-sink.js';
import type { CodeTranslator } from './translate-codes.js';

const KEY_MISSING: Fault = {
  code: 'household.missing',
  message: 'Zonder adressleutel kan dit gebruik niet worden meegeteld.',
};
const PROVISION_MISSING: Fault = { code: 'provision.missing', message: 'De voorziening ontbreekt.' };
const PROVISION_UNMAPPED: Fault = {
  code: 'provision.unmapped',
  message: 'Deze code van de bron heeft nog geen vertaling naar een voorziening.',
};

/** Reads one use of a provision by a household in a month. Without a household key a row says nothing and is refused. */
export function provisionReader(
  mapping: ProvisionUseMapping,
  provisions: CodeTranslator<string>,
  context: ReadingContext,
): RowReader {
  const { columns, region } = context;
  const place = areaReader(mapping.area, columns, region, true);
  const month = dateColumn(mapping.month, context);
  const provision = textSource(mapping.provision, columns);
  const keysOf = keyReader(mapping, columns, region);
  const keyColumn = mapping.householdKey.from === 'given' ? mapping.householdKey.column : '(adres)';
  const ownId = columns.optionalReader(mapping.sourceRecordId);

  return (cells, sink) => {
    let refused = false;
    const fault = (column: string, found: Fault) => {
      refused = true;
      sink.fault(column, found);
    };
    const when = month(cells, fault, true);
    const where = place(cells, when?.date ?? '');
    if (where.skip !== undefined) return sink.skip(where.skip);
    if (where.fault !== undefined) fault(where.column, where.fault);
    const source = provision.read(cells);
    const target = source === '' ? undefined : provisions.translate(source);
    if (target === undefined) fault(provision.column, source === '' ? PROVISION_MISSING : PROVISION_UNMAPPED);
    const keys = keysOf(cells, where.place, 'yes');
    if (keys.keys.household_key === undefined) fault(keyColumn, KEY_MISSING);
    if (when?.precision === 'year')
      fault(mapping.month.column, { code: 'month.only-year', message: 'Hier is een maand nodig, geen jaar.' });
    if (refused) return;
    const row: Omit<CanonicalProvisionUse, 'record_hash'> = {
      month: when!.date.slice(0, 7),
      placement: where.place!.placement,
      ...(where.place!.areaCode === undefined ? {} : { area_code: where.place!.areaCode }),
      provision: target!,
    };
    sink.accept(row, ownId?.(cells) ?? '', keys);
  };
}
