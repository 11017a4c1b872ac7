/** One day of the demo, with everything that rhythms ask of it. */
export interface Day {
  /** `YYYY-MM-DD` */
  readonly iso: string;
  readonly year: number;
  /** 0 = January. */
  readonly month: number;
  /** 0 = Monday. */
  readonly weekday: number;
}

const MS_PER_DAY = 86_400_000;

/** Every day from…to (`YYYY-MM-DD`, both included). Throws RangeError when that is no period. */
export function daysBetween(from: string, to: string): Day[] {
  const [start, end] = [Date.parse(`${from}T00:00:00Z`), Date.parse(`${to}T00:00:00Z`)];
  if (!(start <= end)) throw new RangeError(`no days between ${from} and ${to}`);
  return Array.from({ length: Math.round((end - start) / MS_PER_DAY) + 1 }, (_, i) => {
    const date = new Date(start + i * MS_PER_DAY);
    return {
      iso: date.toISOString().slice(0, 10),
      year: date.getUTCFullYear(),
      month: date.getUTCMonth(),
      weekday: (date.getUTCDay() + 6) % 7,
    };
  });
}

/** Dates recur thousands of times; making one anew each time costs more than all the rest of a report. */
const isoOfDay = new Map<number, string>();
const dayOfIso = new Map<string, number>();

/** The date so many days later. */
export function daysAfter(iso: string, days: number): string {
  let day = dayOfIso.get(iso);
  if (day === undefined) {
    day = Date.parse(`${iso}T00:00:00Z`) / MS_PER_DAY;
    dayOfIso.set(iso, day);
  }
  let later = isoOfDay.get(day + days);
  if (later === undefined) {
    later = new Date((day + days) * MS_PER_DAY).toISOString().slice(0, 10);
    isoOfDay.set(day + days, later);
  }
  return later;
}
