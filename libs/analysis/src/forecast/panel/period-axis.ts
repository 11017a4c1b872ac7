/** The steps of a panel in order of time, without holes: a period that no line names is there too, as a gap. */
export interface PeriodAxis {
  readonly grain: 'year' | 'quarter' | 'month' | 'week' | 'day';
  readonly periods: readonly string[];
  /** Steps after which the same season returns: 12 months, 52 weeks, 4 quarters, 7 days, 1 year. */
  readonly season: number;
  /** Number of a period, from 0, as a line writes it. Throws RangeError on a period that is not on the axis. */
  numberOf(period: string): number;
}

interface Grain {
  readonly grain: PeriodAxis['grain'];
  readonly season: number;
  readonly shape: RegExp;
  /** Number on an endless axis, and how such a number is written. */
  number(first: number, second: number, third: number): number;
  text(number: number): string;
}

const DAY = 86_400_000;
/** Steps that an axis may have: more is a mistake in a date sooner than a history. */
const MOST_PERIODS = 20_000;
const pad = (n: number) => String(n).padStart(2, '0');
const dayOf = (number: number) => new Date(number * DAY);

function dayNumber(year: number, month: number, day: number): number {
  const at = new Date(Date.UTC(year, month - 1, day));
  return at.getUTCDate() === day ? at.getTime() / DAY : Number.NaN;
}

/** Weeks from Monday 29 December 1969; ISO 8601: a week belongs to the year of its Thursday. */
function weekNumber(year: number, week: number): number {
  const fourth = dayNumber(year, 1, 4);
  const number = Math.floor((fourth + 3) / 7) + week - 1;
  return dayOf(number * 7).getUTCFullYear() === year ? number : Number.NaN;
}

function weekText(number: number): string {
  const year = dayOf(number * 7).getUTCFullYear();
  return `${year}-W${pad(number - weekNumber(year, 1) + 1)}`;
}

const GRAINS: readonly Grain[] = [
  {
    grain: 'month',
    season: 12,
    shape: /^(\d{4})[-/M]?(0[1-9]|1[0-2])$/,
    number: (year, month) => year * 12 + month - 1,
    text: (n) => `${Math.floor(n / 12)}-${pad((n % 12) + 1)}`,
  },
  { grain: 'week', season: 52, shape: /^(\d{4})-?W(\d{1,2})$/, number: weekNumber, text: weekText },
  {
    grain: 'quarter',
    season: 4,
    shape: /^(\d{4})[- ]?[QK]([1-4])$/,
    number: (year, quarter) => year * 4 + quarter - 1,
    text: (n) => `${Math.floor(n / 4)}-Q${(n % 4) + 1}`,
  },
  { grain: 'year', season: 1, shape: /^(\d{4})$/, number: (year) => year, text: String },
  {
    grain: 'day',
    season: 7,
    shape: /^(\d{4})[-/](\d\d)[-/](\d\d)(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/,
    number: dayNumber,
    text: (n) => dayOf(n).toISOString().slice(0, 10),
  },
];

/** Dates that are all the first of a month are months; dates that are whole weeks apart are weeks; else they are days. */
function stepOfDates(numbers: readonly number[]): 'month' | 'week' | 'day' {
  if (numbers.length > 1 && numbers.every((n) => dayOf(n).getUTCDate() === 1)) return 'month';
  return numbers.length > 1 && numbers.every((n) => (n - numbers[0]!) % 7 === 0) ? 'week' : 'day';
}

/** How dates are numbered once their step is known; whole weeks may begin on any day. */
function numbering(
  step: 'month' | 'week' | 'day',
  first: number,
): Pick<Grain, 'season' | 'text'> & { of(n: number): number } {
  if (step === 'day') return { season: 7, of: (n) => n, text: GRAINS[4]!.text };
  if (step === 'week')
    return { season: 52, of: (n) => Math.round((n - first) / 7), text: (k) => GRAINS[4]!.text(first + 7 * k) };
  const month = GRAINS[0]!;
  return {
    season: 12,
    of: (n) => month.number(dayOf(n).getUTCFullYear(), dayOf(n).getUTCMonth() + 1, 1),
    text: month.text,
  };
}

/**
 * The axis from the first to the last of these periods, all written in one way: `2018-01`, `2018-W03`, `2018-Q1`, `2018` or
 * `2018-01-05`. Throws RangeError when there are none, when one is no period, when two grains are mixed and when the axis would
 * be longer than any history.
 */
export function periodAxis(written: Iterable<string>): PeriodAxis {
  const distinct = [...new Set(written)];
  const grain = GRAINS.find(({ shape }) => shape.test(distinct[0]?.trim() ?? ''));
  if (!grain) throw new RangeError('a period is written as 2018-01, 2018-W03, 2018-Q1, 2018 or 2018-01-05');
  const rawOf = (period: string) => {
    const [, a, b, c] = grain.shape.exec(period.trim()) ?? [];
    const number = a === undefined ? Number.NaN : grain.number(Number(a), Number(b), Number(c));
    if (!Number.isInteger(number)) throw new RangeError(`${period} is no ${grain.grain} like the other periods`);
    return number;
  };
  const raw = distinct.map(rawOf);
  const step = grain.grain === 'day' ? stepOfDates(raw) : undefined;
  const { season, text, of } = step ? numbering(step, Math.min(...raw)) : { ...grain, of: (n: number) => n };
  const numbers = raw.map(of);
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  if (last - first >= MOST_PERIODS) throw new RangeError('the periods lie too far apart');
  const numberOf = new Map(distinct.map((period, k) => [period, numbers[k]! - first]));
  return {
    grain: step ?? grain.grain,
    season,
    periods: Array.from({ length: last - first + 1 }, (_, k) => text(first + k)),
    numberOf(period) {
      const number = numberOf.get(period);
      if (number === undefined) throw new RangeError(`${period} is not on the axis`);
      return number;
    },
  };
}
