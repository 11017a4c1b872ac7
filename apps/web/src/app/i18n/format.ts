const LOCALES: Record<string, string> = { nl: 'nl-NL', en: 'en-GB' };
const localeOf = (language: string): string => LOCALES[language] ?? 'nl-NL';

/** `2024-03-01` or an instant → `1 maart 2024`. A calendar date is never moved by a time zone. */
export function formatDate(value: string, language: string): string {
  const isCalendarDate = /^\d{4}-\d{2}-\d{2}$/.test(value);
  const date = new Date(isCalendarDate ? `${value}T12:00:00Z` : value);
  return new Intl.DateTimeFormat(localeOf(language), {
    dateStyle: 'long',
    ...(isCalendarDate ? { timeZone: 'UTC' } : {}),
  }).format(date);
}

/** An instant → `31 jan 2026 14:05:09`, in the zone of who looks. */
export const formatMoment = (value: string, language: string): string =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeStyle: 'medium' }).format(new Date(value));

/** Names after each other, the last with “en” or “and”. */
export const formatList = (names: readonly string[], language: string): string =>
  new Intl.ListFormat(localeOf(language), { type: 'conjunction' }).format(names);

/** `1234.5` → `1.234,5` (nl). At most `digits` decimals; rates get exactly that many, counts none. */
export function formatNumber(value: number, language: string, digits = 0): string {
  return new Intl.NumberFormat(localeOf(language), {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);
}

/** A figure that was rounded where it was made (a score, a ratio): as it stands, with no more decimals than it has. */
export const formatMeasure = (value: number, language: string): string =>
  new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 4 }).format(value);

/** A rate needs more decimals the smaller it is, or everything under 0.05 would read as zero. */
export function formatRate(value: number, language: string): string {
  return formatNumber(value, language, value !== 0 && Math.abs(value) < 1 ? 2 : 1);
}

const UNITS = ['B', 'kB', 'MB', 'GB'] as const;

/** Bytes as people read them: `1,4 MB`. */
export function formatBytes(bytes: number, language: string): string {
  let unit = 0;
  let value = bytes;
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${formatNumber(value, language, unit > 1 ? 1 : 0)} ${UNITS[unit]}`;
}

/** `2018-03` → `maart 2018`, `2018` → `2018`; a quarter needs words, see `usePeriodName`. */
export function formatMonth(period: string, language: string): string {
  return new Intl.DateTimeFormat(localeOf(language), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${period}-15T12:00:00Z`),
  );
}
