import { DATE_FORMATS, dateReader, type DateFormat } from '../mapping/date-format.js';
import { columnsNamed, type KnownField } from './column-names.js';
import { shareOf, type ColumnProfile, type Profiles } from './column-profile.js';
import type { Question } from './question.js';

export interface FoundDate {
  column: string;
  format: DateFormat;
  /** Day and month may be the other way round. */
  ambiguous: boolean;
  /** The column holds a time of day that differs between rows. */
  hasTime: boolean;
}

const READABLE = 0.9;

/** How a column writes its dates, or undefined where it holds none. Dutch order wins where both orders are possible. */
export function dateFormatOf(profile: ColumnProfile | undefined, today: string): Omit<FoundDate, 'column'> | undefined {
  if (profile === undefined || profile.filled.length === 0) return undefined;
  const readable = DATE_FORMATS.map((format) => {
    const read = dateReader(format, 'UTC', today);
    const good = (value: string) => {
      const date = read(value)?.date;
      return date !== undefined && date >= '1990-01-01' && date <= today;
    };
    return { format, share: shareOf(profile, good) };
  }).filter(({ share }) => share >= READABLE);
  const best = readable.reduce((a, b) => (b.share > a.share ? b : a), readable[0]!);
  if (readable.length === 0) return undefined;
  const read = dateReader(best.format, 'UTC', today);
  const hours = new Set([...profile.distinct.keys()].map((value) => read(value)?.hour));
  const orders = readable.filter(({ format, share }) => /_first$/.test(format) && share === best.share);
  // With dashes the day comes first in every country that matters here; slashes are written in both orders.
  const slashes = profile.filled.some((value) => value.includes('/'));
  return { format: best.format, ambiguous: orders.length === 2 && slashes, hasTime: hours.size > 1 };
}

/** The likeliest date column for a field; `not` are columns that are taken. */
export function findDate(
  field: KnownField,
  header: readonly string[],
  profiles: Profiles,
  today: string,
  not: ReadonlySet<string>,
): FoundDate | undefined {
  for (const column of columnsNamed(header, field)) {
    if (not.has(column)) continue;
    const found = dateFormatOf(profiles.get(column), today);
    if (found !== undefined) return { column, ...found };
  }
  return undefined;
}

/** A question where the order of day and month is not certain. */
export function orderQuestion(found: FoundDate | undefined, field: string): Question[] {
  return found?.ambiguous
    ? [
        {
          code: 'date.order',
          field,
          message: 'Uit de eerste rijen blijkt niet of de dag of de maand vooraan staat. Aangenomen is de dag.',
          needed: false,
          columns: [found.column],
        },
      ]
    : [];
}
