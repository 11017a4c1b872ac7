import type { PracticeMark, TrendStep } from '../picture/trend-shape.js';

/** The days on which a measure starts and ends, as marks on a trend; a day outside of what is drawn has none. */
export function measureMarks(
  { startsOn, endsOn }: { startsOn: string; endsOn: string | null },
  steps: readonly Pick<TrendStep, 'start' | 'end'>[],
  signs: { start: string; end: string },
): PracticeMark[] {
  const [first, last] = [steps[0], steps.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [{ on: startsOn, sign: signs.start }, ...(endsOn === null ? [] : [{ on: endsOn, sign: signs.end }])]
    .map(({ on, sign }) => ({ at: new Date(`${on}T00:00:00Z`), on, what: sign, sign }))
    .filter(({ at }) => at >= first.start && at < last.end);
}
