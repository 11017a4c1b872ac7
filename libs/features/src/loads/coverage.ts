import { invalidInput, type CoveredRange } from '@datalab/domain';

const DATE = /^\d{4}-\d\d-\d\d$/;
const EARLIEST = '1990-01-01';

/**
 * Throws InvalidInput unless these are calendar days, from 1990 to today, in order and apart from each other. `today` in the region's zone.
 * A period that has begun may be covered to its end only once that day has come.
 */
export function checkCoverage(covers: readonly CoveredRange[], today: string): void {
  if (covers.length === 0)
    throw invalidInput('coverage.empty', 'Say which days this load covers.', [{ field: 'covers' }]);
  let previousEnd = '';
  covers.forEach(({ from, to }, position) => {
    const fault = (code: string, message: string) => invalidInput(code, message, [{ field: `covers.${position}` }]);
    if (!isDay(from) || !isDay(to)) throw fault('coverage.not-a-date', 'A range has a first and a last day.');
    if (from > to) throw fault('coverage.reversed', 'The first day of a range comes after its last day.');
    if (from < EARLIEST) throw fault('coverage.too-early', 'A load covers no days before 1990.');
    if (to > today) throw fault('coverage.future', 'A load covers no days in the future.');
    if (from <= previousEnd) throw fault('coverage.overlap', 'The ranges are in order and do not overlap.');
    previousEnd = to;
  });
}

const isDay = (text: string): boolean => {
  if (!DATE.test(text)) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
};

/** Whether the days from…to all lie inside what is covered. `covers` in order, as `checkCoverage` leaves it. */
export function isCovered(covers: readonly CoveredRange[], from: string, to: string): boolean {
  let day = from;
  for (const range of covers) {
    if (range.from <= day && day <= range.to) {
      if (to <= range.to) return true;
      day = dayAfter(range.to);
    }
  }
  return false;
}

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
