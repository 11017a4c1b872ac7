import { parsePeriodLabel } from '../mapping/period-label.js';
import { periodColumns, type CellReader } from '../mapping/columns.js';
import { SKIP_TOTAL, type CategoryTarget, type CountsMapping } from '../mapping/mapping.js';
import { readCount } from '../mapping/read-number.js';
import { Refusal } from '../reading/refusal.js';
import { periodFault, PERIOD_FAULTS, type Fault } from '../schema/field-check.js';
import { areaReader } from './derive-area.js';
import {
  CATEGORY_MISSING,
  CATEGORY_TOO_LONG,
  CATEGORY_UNMAPPED,
  textSource,
  type ReadingContext,
} from './read-record.js';
import type { Place } from './place.js';
import type { RowReader, RowSink } from './row-sink.js';
import type { CodeTranslator } from './translate-codes.js';

const COUNT_MALFORMED: Fault = { code: 'count.malformed', message: 'Het aantal is geen geheel getal van 0 of meer.' };
const COUNT_SECRET: Fault = {
  code: 'count.not-available',
  message:
    'Het aantal is geheim of onbekend (leeg, punt, streep of x). Dat is geen 0: kies of zulke cellen worden weggelaten.',
};

/** One figure of the table: where its period, category and count stand. */
interface Figure {
  column: string;
  period: (cells: readonly string[]) => { label: string; column: string };
  category: { column: string; read: CellReader };
  count: CellReader;
}

/**
 * Reads one count per row, or one per column of a wide table. A figure that is secret or not available is refused, or left out and
 * counted, as the mapping says; it never becomes a zero.
 */
export function countReader(
  mapping: CountsMapping,
  categories: CodeTranslator<CategoryTarget>,
  context: ReadingContext,
): RowReader {
  const { columns, region, today } = context;
  const place = areaReader(mapping.area, columns, region, false);
  const figures = figuresOf(mapping, context);
  const ownId = columns.optionalReader(mapping.sourceRecordId);
  const groupPeriod = 'column' in mapping.period ? columns.reader(mapping.period.column) : () => '';
  const groupCategory = 'column' in mapping.category ? columns.reader(mapping.category.column) : () => '';
  const periods = new Map<string, string | Fault>();
  const periodOf = (label: string): string | Fault => {
    let known = periods.get(label);
    if (known === undefined) {
      const period = parsePeriodLabel(label);
      known = period === undefined ? PERIOD_FAULTS.malformed : (periodFault(period, today) ?? period);
      if (periods.size < 5_000) periods.set(label, known);
    }
    return known;
  };

  const readFigure = (figure: Figure, cells: readonly string[], at: Place, sink: RowSink): void => {
    const source = figure.category.read(cells);
    const target = source === '' ? undefined : categories.translate(source);
    if (target === SKIP_TOTAL) return sink.skip('total');
    let refused = false;
    const fault = (column: string, found: Fault) => {
      refused = true;
      sink.fault(column, found);
    };
    if (target === undefined) fault(figure.category.column, source === '' ? CATEGORY_MISSING : CATEGORY_UNMAPPED);
    else if (source.length > 80) fault(figure.category.column, CATEGORY_TOO_LONG);
    const { label, column } = figure.period(cells);
    const period = periodOf(label);
    if (typeof period !== 'string') fault(column, period);
    const { count, cause } = readCount(figure.count(cells), columns.decimal);
    if (cause === 'not_available' && mapping.notAvailable === 'leave_out' && !refused)
      return sink.skip('not_available');
    if (cause !== undefined) fault(figure.column, cause === 'malformed' ? COUNT_MALFORMED : COUNT_SECRET);
    if (refused) return;
    sink.accept(
      {
        period: period as string,
        placement: at.placement,
        ...(at.areaCode === undefined ? {} : { area_code: at.areaCode }),
        source_category: source,
        category: target as Exclude<CategoryTarget, typeof SKIP_TOTAL>,
        count: count!,
      },
      ownId === undefined || figures.length > 1 ? '' : ownId(cells),
    );
  };

  return (cells, sink) => {
    const where = place(cells, `${groupPeriod(cells)}\n${groupCategory(cells)}`);
    if (where.fault !== undefined) return sink.fault(where.column, where.fault);
    for (const figure of figures) {
      if (where.skip !== undefined) sink.skip(where.skip);
      else readFigure(figure, cells, where.place, sink);
    }
  };
}

function figuresOf(mapping: CountsMapping, { columns }: ReadingContext): Figure[] {
  const constantPeriod = 'constant' in mapping.period ? mapping.period.constant : undefined;
  const wide = mapping.wide;
  if (wide === undefined || wide.of === 'category') {
    const names = wide?.columns ?? ['column' in mapping.count ? mapping.count.column : missing()];
    const named = 'column' in mapping.period ? mapping.period.column : undefined;
    const read = named === undefined ? undefined : columns.reader(named);
    if (read === undefined && constantPeriod === undefined) missing();
    return names.map((name) => ({
      column: name,
      period: (cells) => ({ label: read?.(cells) ?? constantPeriod!, column: named ?? '(vaste waarde)' }),
      category: wide === undefined ? categorySource(mapping, columns) : { column: name, read: () => name },
      count: columns.reader(name),
    }));
  }
  return periodColumns(columns.header, wide.grain).map(({ position, period }) => {
    const name = columns.header[position]!;
    return {
      column: name,
      period: () => ({ label: period, column: name }),
      category: categorySource(mapping, columns),
      count: columns.reader(name),
    };
  });
}

function categorySource(mapping: CountsMapping, columns: ReadingContext['columns']): Figure['category'] {
  return 'wide' in mapping.category ? missing() : textSource(mapping.category, columns);
}

function missing(): never {
  throw new Refusal('mapping.incomplete', 'De vertaling zegt niet waar periode, categorie of aantal staan.');
}
