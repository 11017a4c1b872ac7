import type { DatePrecision } from '@datalab/domain';
import { isCalendarDay, isoDate } from '../schema/calendar.js';
import { parsePeriodLabel } from './period-label.js';
import { monthNumber } from './month-name.js';

/**
 * How a column writes its dates. `iso`: 2018-01-31, 2018-01, 2018, with or without a time; `day_first`: 31-1-2018; `month_first`: 1/31/2018;
 * `compact`: 20180131; `words`: 31 januari 2018; `period`: 2018 januari, 2018MM01; `excel_serial`: 43131.5, days since 1900.
 */
export const DATE_FORMATS = ['iso', 'day_first', 'month_first', 'compact', 'words', 'period', 'excel_serial'] as const;
export type DateFormat = (typeof DATE_FORMATS)[number];

export interface ReadDate {
  /** First day of the month or year where no more is known. */
  date: string;
  precision: DatePrecision;
  hour?: number;
}

const TIME = String.raw`(?:[T ,]+(?<hour>\d{1,2})[:.](?<minute>\d{2})(?:[:.]\d{2}(?:[.,]\d+)?)?\s*(?<half>[AaPp]\.?[Mm]\.?)?\s*(?<zone>Z|UTC|[+-]\d{2}:?\d{2})?)?`;
const PATTERNS: Readonly<Record<Exclude<DateFormat, 'period' | 'excel_serial'>, RegExp>> = {
  iso: new RegExp(String.raw`^(?<year>\d{4})(?:[-/](?<month>\d{1,2})(?:[-/](?<day>\d{1,2})${TIME})?)?$`),
  day_first: new RegExp(
    String.raw`^(?<day>\d{1,2})[-/. ](?<month>\d{1,2}|[A-Za-z]{3,4}\.?)[-/. ](?<year>\d{4}|\d{2})${TIME}$`,
  ),
  month_first: new RegExp(String.raw`^(?<month>\d{1,2})[-/. ](?<day>\d{1,2})[-/. ](?<year>\d{4}|\d{2})${TIME}$`),
  compact: /^(?<year>\d{4})(?<month>\d{2})(?:(?<day>\d{2})(?:[T ]?(?<hour>\d{2})(?<minute>\d{2})(?:\d{2})?)?)?$/,
  words: new RegExp(String.raw`^(?:[A-Za-z]+,? )?(?<day>\d{1,2})[- ](?<month>[A-Za-z]+\.?)[- ](?<year>\d{4})${TIME}$`),
};

/**
 * Reads dates of one column, in the region's time zone: an instant with an offset is moved to the region's clock, a time without one is taken as
 * it stands. Undefined where the text is no existing date of that format. Two-digit years are of the past century that makes
 * them not later than `today`.
 */
export function dateReader(
  format: DateFormat,
  timeZone: string,
  today: string,
): (text: string) => ReadDate | undefined {
  const remembered = new Map<string, ReadDate | undefined>();
  const parse =
    format === 'period'
      ? fromPeriod
      : format === 'excel_serial'
        ? fromSerial
        : fromPattern(PATTERNS[format], zoneShift(timeZone), Number(today.slice(0, 4)));
  return (text) => {
    if (remembered.has(text)) return remembered.get(text);
    const read = parse(text);
    // Dates without a time repeat; those with one seldom do, and memory stays bounded.
    if (remembered.size < 20_000) remembered.set(text, read);
    return read;
  };
}

function fromPattern(
  pattern: RegExp,
  shift: (date: ReadDate, minute: number, offset: number) => ReadDate,
  thisYear: number,
): (text: string) => ReadDate | undefined {
  return (text) => {
    const found = pattern.exec(text)?.groups;
    if (found === undefined) return undefined;
    const year = fullYear(found['year']!, thisYear);
    const month = found['month'];
    if (month === undefined) return { date: isoDate(year, 1, 1), precision: 'year' };
    const monthOf = /^\d/.test(month) ? Number(month) : (monthNumber(month) ?? 0);
    const day = found['day'];
    if (!isCalendarDay(year, monthOf, day === undefined ? 1 : Number(day))) return undefined;
    if (day === undefined) return { date: isoDate(year, monthOf, 1), precision: 'month' };
    const date: ReadDate = { date: isoDate(year, monthOf, Number(day)), precision: 'day' };
    if (found['hour'] === undefined) return date;
    const hour = hourOfDay(Number(found['hour']), found['half']);
    if (hour > 23 || Number(found['minute']) > 59) return undefined;
    date.hour = hour;
    const zone = found['zone'];
    return zone === undefined ? date : shift(date, Number(found['minute']), offsetMinutes(zone));
  };
}

function fullYear(text: string, thisYear: number): number {
  if (text.length === 4) return Number(text);
  const century = thisYear - (thisYear % 100);
  return century + Number(text) > thisYear ? century - 100 + Number(text) : century + Number(text);
}

function hourOfDay(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return 99;
  return (hour % 12) + (/^p/i.test(half) ? 12 : 0);
}

function offsetMinutes(zone: string): number {
  const found = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  return found === null ? 0 : (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3]));
}

/** Moves an instant to the clock of the zone; the format is asked once per hour that occurs, since asking is slow. */
function zoneShift(timeZone: string): (date: ReadDate, minute: number, offset: number) => ReadDate {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
  });
  return ({ date, hour = 0 }, minute, offset) => {
    const parts = format.formatToParts(Date.parse(`${date}T00:00:00Z`) + (hour * 60 + minute - offset) * 60_000);
    const part = (type: string) => parts.find((candidate) => candidate.type === type)!.value;
    return { date: `${part('year')}-${part('month')}-${part('day')}`, precision: 'day', hour: Number(part('hour')) };
  };
}

function fromPeriod(text: string): ReadDate | undefined {
  const period = parsePeriodLabel(text);
  if (period === undefined || period.includes('Q')) return undefined;
  return period.length === 4
    ? { date: `${period}-01-01`, precision: 'year' }
    : { date: `${period}-01`, precision: 'month' };
}

/** Excel counts days from 1900 and believes that 1900 was a leap year; from March 1900 on, day 25569 is 1970-01-01. */
function fromSerial(text: string): ReadDate | undefined {
  if (!/^\d{1,6}(?:[.,]\d+)?$/.test(text)) return undefined;
  const serial = Number(text.replace(',', '.'));
  const seconds = Math.round((serial - 25_569) * 86_400);
  if (serial < 61 || serial > 200_000) return undefined;
  const moment = new Date(seconds * 1000).toISOString();
  const read: ReadDate = { date: moment.slice(0, 10), precision: 'day' };
  return Number.isInteger(serial) ? read : { ...read, hour: Number(moment.slice(11, 13)) };
}
