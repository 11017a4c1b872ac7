import { foldName } from '../region/fold-name.js';
import type { Columns } from '../mapping/columns.js';
import type { ReadDate } from '../mapping/date-format.js';
import type { Fault } from '../schema/field-check.js';
import type { RowSink } from './row-sink.js';

const UNKNOWN_CODE: Fault = { code: 'code.unmapped', message: 'Deze waarde heeft in deze kolom nog geen vertaling.' };
const HOUR_MALFORMED: Fault = { code: 'hour.malformed', message: 'Het tijdstip is geen uur van 0 tot en met 23.' };

type Coded<Value extends string> =
  { constant: Value } | { column: string; codes: Record<string, Value>; blank?: Value };

/** Reads a column with a code list; a blank gives `blank` of the mapping, else `otherwise`; a value that is not listed is a fault. */
export function codedReader<Value extends string, Otherwise extends Value | undefined>(
  source: Coded<Value> | undefined,
  columns: Columns,
  otherwise: Otherwise,
): (cells: readonly string[], fault: RowSink['fault']) => Value | Otherwise {
  if (source === undefined) return () => otherwise;
  if ('constant' in source) return () => source.constant;
  const read = columns.reader(source.column);
  const codes = new Map(Object.entries(source.codes).map(([code, value]) => [foldName(code), value]));
  return (cells, fault) => {
    const text = read(cells);
    if (text === '') return source.blank ?? otherwise;
    const value = codes.get(foldName(text));
    if (value === undefined) fault(source.column, UNKNOWN_CODE);
    return value ?? otherwise;
  };
}

/** Reads a column of yes and no; a blank is unknown, any other value a fault. */
export function yesOrNoReader(
  source: { column: string; yes: readonly string[]; no: readonly string[] } | undefined,
  columns: Columns,
): (cells: readonly string[], fault: RowSink['fault']) => boolean | undefined {
  if (source === undefined) return () => undefined;
  const read = columns.reader(source.column);
  const values = new Map([
    ...source.yes.map((text) => [foldName(text), true] as const),
    ...source.no.map((text) => [foldName(text), false] as const),
  ]);
  return (cells, fault) => {
    const text = read(cells);
    if (text === '') return undefined;
    const value = values.get(foldName(text));
    if (value === undefined) fault(source.column, UNKNOWN_CODE);
    return value;
  };
}

/** Reads the hour: of the date column, or of a column with `14:05`, `14.05`, `1405` or `14`. Without a day there is no hour. */
export function hourReader(
  source: 'in_date' | { column: string } | undefined,
  columns: Columns,
): (cells: readonly string[], date: ReadDate | undefined, fault: RowSink['fault']) => number | undefined {
  if (source === undefined) return () => undefined;
  if (source === 'in_date') return (_cells, date) => date?.hour;
  const read = columns.reader(source.column);
  return (cells, date, fault) => {
    const text = read(cells);
    if (text === '' || date?.precision !== 'day') return undefined;
    const found = /^(\d{1,2})(?:[:.]?[0-5]\d(?:[:.]?[0-5]\d)?)?(?: ?u(?:ur)?)?$/i.exec(text);
    const hour = Number(found?.[1]);
    if (hour <= 23) return hour;
    fault(source.column, HOUR_MALFORMED);
    return undefined;
  };
}
