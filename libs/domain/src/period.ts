/**
 * Periods as people write them: `all`, `2018`, `2018-Q1`, `2018-01`. Dates are calendar dates of the region (`YYYY-MM-DD`), never
 * instants, so no time zone can move a report to another month.
 */
export const GRAINS = ['all', 'year', 'quarter', 'month'] as const;
export type Grain = (typeof GRAINS)[number];

/** How exactly a source knows when: a month-only date counts in months, quarters and years, a year-only date in years alone. */
export const DATE_PRECISIONS = ['day', 'month', 'year'] as const;
export type DatePrecision = (typeof DATE_PRECISIONS)[number];

export const ALL_PERIODS = 'all';

const SHAPES: Record<Exclude<Grain, 'all'>, RegExp> = {
  year: /^(?<year>\d{4})$/,
  quarter: /^(?<year>\d{4})-Q(?<part>[1-4])$/,
  month: /^(?<year>\d{4})-(?<part>0[1-9]|1[0-2])$/,
};

/** The grain of a period as written, or undefined where it is not a period at all. */
export function grainOf(period: string): Grain | undefined {
  if (period === ALL_PERIODS) return 'all';
  return (Object.keys(SHAPES) as (keyof typeof SHAPES)[]).find((grain) => SHAPES[grain].test(period));
}

/** The period of this grain that holds the date (`YYYY-MM-DD`). */
export function periodOf(date: string, grain: Grain): string {
  const year = date.slice(0, 4);
  const month = date.slice(5, 7);
  switch (grain) {
    case 'all':
      return ALL_PERIODS;
    case 'year':
      return year;
    case 'quarter':
      return `${year}-Q${Math.ceil(Number(month) / 3)}`;
    case 'month':
      return `${year}-${month}`;
  }
}

/** First and last day of a period, both included. Throws RangeError on anything that is not a year, quarter or month. */
export function boundsOf(period: string): { from: string; to: string } {
  const grain = grainOf(period);
  if (grain === undefined || grain === 'all')
    throw new RangeError('a year, quarter or month has bounds, this has none');
  const { year, part } = SHAPES[grain].exec(period)!.groups as { year: string; part?: string };
  const first = grain === 'year' ? 1 : grain === 'quarter' ? Number(part) * 3 - 2 : Number(part);
  const last = grain === 'year' ? 12 : grain === 'quarter' ? Number(part) * 3 : Number(part);
  // Day 0 of the next month is the last day of this one.
  const lastDay = new Date(Date.UTC(Number(year), last, 0)).getUTCDate();
  const pad = (n: number) => String(n).padStart(2, '0');
  return { from: `${year}-${pad(first)}-01`, to: `${year}-${pad(last)}-${pad(lastDay)}` };
}

/** The grains in which a date of this precision may be counted. */
export function grainsFor(precision: DatePrecision): readonly Grain[] {
  return precision === 'year' ? ['all', 'year'] : GRAINS;
}

/** Every period of the grain that touches from…to (dates, both included), in order. */
export function periodsBetween(from: string, to: string, grain: Exclude<Grain, 'all'>): string[] {
  const step = grain === 'year' ? 12 : grain === 'quarter' ? 3 : 1;
  const periods: string[] = [];
  let year = Number(from.slice(0, 4));
  let month = grain === 'year' ? 1 : Number(from.slice(5, 7));
  if (grain === 'quarter') month = month - ((month - 1) % 3);
  for (;;) {
    const start = `${year}-${String(month).padStart(2, '0')}-01`;
    if (start > to) return periods;
    periods.push(periodOf(start, grain));
    month += step;
    if (month > 12) {
      month -= 12;
      year += 1;
    }
  }
}
