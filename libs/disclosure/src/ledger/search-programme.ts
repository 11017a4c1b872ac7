import type { SumRow } from './ledger-line.js';
import { propagate, type Domains, type SolveProgramme } from './programme.js';

/**
 * An exact solver for small components: tries the values of the target from the best one on, and for each looks for one
 * table that fits, by narrowing and splitting. Gives up (null) after `stepLimit` splits, so its time is bounded.
 */
export function searchProgramme(stepLimit: number): SolveProgramme {
  return (programme, target, sense) => {
    const open = Array.from({ length: programme.variables }, () => Infinity);
    const domains = propagate(programme.rows, { low: open.map(() => 0), high: open });
    if (domains === null) return null;
    if (sense === 'greatest' && target.some((i) => domains.high[i] === Infinity)) return Infinity;
    // A variable that no row bounds from above never has to be larger than the largest sum that is asked for.
    const enough = Math.max(1, ...programme.rows.map((row) => row.low));
    const start: Domains = { low: domains.low, high: domains.high.map((high) => (high === Infinity ? enough : high)) };
    const total = (bounds: readonly number[]) => target.reduce((sum, i) => sum + bounds[i]!, 0);
    const [least, greatest] = [total(start.low), total(start.high)];
    const budget = { left: stepLimit };
    for (let offset = 0; offset <= greatest - least; offset++) {
      const value = sense === 'least' ? least + offset : greatest - offset;
      const answer = fits([...programme.rows, { members: target, low: value, high: value }], start, budget);
      if (answer === null) return null;
      if (answer) return value;
    }
    return null;
  };
}

/** Whether any table fits; null where the budget ran out. */
function fits(rows: readonly SumRow[], start: Domains, budget: { left: number }): boolean | null {
  const domains = propagate(rows, start);
  if (domains === null) return false;
  let narrowest = -1;
  let width = 0;
  domains.high.forEach((high, i) => {
    if (high > domains.low[i]! && (narrowest < 0 || high - domains.low[i]! < width)) {
      narrowest = i;
      width = high - domains.low[i]!;
    }
  });
  if (narrowest < 0) return true;
  for (let value = domains.low[narrowest]!; value <= domains.high[narrowest]!; value++) {
    if (budget.left-- <= 0) return null;
    const fixed = (bounds: number[]) => bounds.with(narrowest, value);
    const answer = fits(rows, { low: fixed(domains.low), high: fixed(domains.high) }, budget);
    if (answer !== false) return answer;
  }
  return false;
}
