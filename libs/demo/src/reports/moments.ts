import type { Category } from '@datalab/domain';
import type { Dice } from '../chance/dice.js';
import { weighted, type WeightedDraw } from '../chance/weighted.js';
import { FIREWORKS_DAYS, RHYTHMS } from '../plan/rhythm.js';
import type { Day } from './calendar.js';

export interface Moment {
  readonly day: Day;
  readonly hour: number;
}

/** Draws moments with the rhythm of a category: season, weekday, hour, growth. */
export function momentsOf(days: readonly Day[]): (category: Category | 'out_of_scope', dice: Dice) => Moment {
  const draws = new Map<string, { days: WeightedDraw; hours: WeightedDraw }>();
  const drawOf = (category: Category | 'out_of_scope'): { days: WeightedDraw; hours: WeightedDraw } => {
    const known = draws.get(category);
    if (known !== undefined) return known;
    const rhythm = RHYTHMS[category];
    const dayWeights = days.map((day, i) => {
      const special = category === 'fireworks' ? (FIREWORKS_DAYS[day.iso.slice(5)] ?? 1) : 1;
      return rhythm.months[day.month]! * rhythm.weekdays[day.weekday]! * special * rhythm.yearly ** (i / 365);
    });
    const made = { days: weighted(dayWeights), hours: weighted(rhythm.hours) };
    draws.set(category, made);
    return made;
  };
  return (category, dice) => {
    const draw = drawOf(category);
    return { day: days[draw.days.draw(dice)]!, hour: draw.hours.draw(dice) };
  };
}
