import type { CanonicalReport } from '../schema/canonical-schema.js';
import { dateFault, DATE_FAULTS, type Fault } from '../schema/field-check.js';
import type { RegionContext } from '../region/region-context.js';
import type { Columns } from '../mapping/columns.js';
import { dateReader, type ReadDate } from '../mapping/date-format.js';
import { SKIP_TOTAL, type CategoryTarget, type RecordsMapping } from '../mapping/mapping.js';
import { areaReader } from './derive-area.js';
import { codedReader, hourReader, yesOrNoReader } from './read-codes.js';
import { householdNeed, keyReader } from '../keys/read-keys.js';
import { gridOfPoint } from './read-point.js';
import type { RowReader, RowSink } from './row-sink.js';
import type { CodeTranslator } from './translate-codes.js';

const DATE_MISSING: Fault = { code: 'date.missing', message: 'De datum ontbreekt.' };
export const CATEGORY_MISSING: Fault = { code: 'category.missing', message: 'De categorie ontbreekt.' };
export const CATEGORY_UNMAPPED: Fault = {
  code: 'category.unmapped',
  message: 'Deze code van de bron heeft nog geen vertaling naar een gezamenlijke categorie.',
};
export const CATEGORY_TOO_LONG: Fault = { code: 'category.too-long', message: 'De code is langer dan 80 tekens.' };

export interface ReadingContext {
  columns: Columns;
  region: RegionContext;
  today: string;
}

/** Reads one report per row. All faults of a row are told at once; a row with a fault is not given. */
export function recordReader(
  mapping: RecordsMapping,
  categories: CodeTranslator<CategoryTarget>,
  context: ReadingContext,
): RowReader {
  const { columns, region } = context;
  const ownId = columns.optionalReader(mapping.sourceRecordId);
  const place = areaReader(mapping.area, columns, region, true);
  const grid = mapping.point === undefined ? undefined : gridOfPoint(mapping.point, columns, region);
  const occurred = dateColumn(mapping.occurredOn, context);
  const hour = hourReader(mapping.occurredHour, columns);
  const registered = mapping.registeredOn && dateColumn(mapping.registeredOn, context);
  const closed = mapping.closedOn && dateColumn(mapping.closedOn, context);
  const category = textSource(mapping.category, columns);
  const keysOf = keyReader(mapping, columns, region);
  const role = codedReader(mapping.householdRole, columns, 'unknown');
  const kind = codedReader(mapping.addressKind, columns, 'unknown');
  const reporter = codedReader(mapping.reporterType, columns, undefined);
  const confused = yesOrNoReader(mapping.confusedBehaviour, columns);
  const nearCare = yesOrNoReader(mapping.nearCareLocation, columns);
  const texts = (['persons_band', 'channel', 'status'] as const).flatMap((field) => {
    const source = mapping[TEXT_FIELDS[field]];
    return source === undefined ? [] : [{ field, read: columns.reader(source.column) }];
  });

  return (cells, sink) => {
    let refused = false;
    const fault: RowSink['fault'] = (column, found) => {
      refused = true;
      sink.fault(column, found);
    };
    const source = category.read(cells);
    const target = source === '' ? undefined : categories.translate(source);
    if (target === SKIP_TOTAL) return sink.skip('total');
    if (target === undefined) fault(category.column, source === '' ? CATEGORY_MISSING : CATEGORY_UNMAPPED);
    else if (source.length > 80) fault(category.column, CATEGORY_TOO_LONG);

    const when = occurred(cells, fault, true);
    const where = place(cells, when?.date ?? '');
    if (where.skip !== undefined) return sink.skip(where.skip);
    if (where.fault !== undefined) fault(where.column, where.fault);
    const at = where.place;

    const row: Partial<CanonicalReport> = { occurred_on: when?.date, occurred_precision: when?.precision };
    const hourOfDay = hour(cells, when, fault);
    if (hourOfDay !== undefined) row.occurred_hour = hourOfDay;
    const registeredOn = registered?.(cells, fault, false);
    if (registeredOn?.precision === 'day') row.registered_on = registeredOn.date;
    row.source_category = source;
    row.category = target;
    row.placement = at?.placement;
    if (at?.areaCode !== undefined) row.area_code = at.areaCode;
    const cell = at?.placement === 'in_region' ? (at.gridCell ?? grid?.(cells, fault)) : undefined;
    if (cell !== undefined) row.grid_cell = cell;
    row.household_role = role(cells, fault);
    row.address_kind = mapping.addressKind === undefined && at?.address ? at.address.kind : kind(cells, fault);
    const reporterType = reporter(cells, fault);
    if (reporterType !== undefined) row.reporter_type = reporterType;
    const isConfused = confused(cells, fault);
    if (isConfused !== undefined) row.confused_behaviour = isConfused;
    const isNearCare = nearCare(cells, fault) ?? at?.address?.nearCare;
    if (isNearCare !== undefined) row.near_care_location = isNearCare;
    for (const { field, read } of texts) {
      const text = read(cells);
      if (text !== '') row[field] = text;
    }
    const closedOn = closed?.(cells, fault, false);
    if (closedOn?.precision === 'day') row.closed_on = closedOn.date;
    if (refused) return;
    const need = householdNeed(row.household_role, row.address_kind);
    sink.accept(row as CanonicalReport, ownId?.(cells) ?? '', keysOf(cells, at, need));
  };
}

const TEXT_FIELDS = {
  persons_band: 'personsBand',
  channel: 'channel',
  status: 'status',
} as const;

type TellFault = RowSink['fault'];

/** Reads a date column; undefined where it is blank (a fault where it is needed) or wrong (a fault). */
export function dateColumn(
  source: { column: string; format: Parameters<typeof dateReader>[0] },
  { columns, region, today }: ReadingContext,
): (cells: readonly string[], fault: TellFault, needed: boolean) => ReadDate | undefined {
  const read = columns.reader(source.column);
  const parse = dateReader(source.format, region.timeZone, today);
  return (cells, fault, needed) => {
    const text = read(cells);
    if (text === '') {
      if (needed) fault(source.column, DATE_MISSING);
      return undefined;
    }
    const date = parse(text);
    const wrong = date === undefined ? DATE_FAULTS.malformed : dateFault(date.date, today);
    if (wrong === undefined) return date;
    fault(source.column, wrong);
    return undefined;
  };
}

/** A column or one text for every row, with the name under which a fault is told. */
export function textSource(
  source: { column: string } | { constant: string },
  columns: Columns,
): { column: string; read: (cells: readonly string[]) => string } {
  return 'column' in source
    ? { column: source.column, read: columns.reader(source.column) }
    : { column: '(vaste waarde)', read: () => source.constant };
}
