import type { Programme, SolveProgramme } from '@datalab/disclosure';
import { bug } from '@datalab/domain';
import highsModule from 'highs';

// The package's types describe its CommonJS build; what is imported here is the function itself.
const loadHighs = highsModule as unknown as typeof highsModule.default;

/**
 * The exact solver of the release ledger: HiGHS, as an integer programme without a gap (a relaxation would make the attacker look weaker
 * than it is). Gives up, with null, after `secondsPerQuestion`, and then the audit refuses. Throws `Bug` where the released lines
 * contradict each other. Solving blocks the thread: the audit runs in a worker thread.
 */
export async function highsProgramme(secondsPerQuestion: number): Promise<SolveProgramme> {
  const highs = await loadHighs();
  const options = { output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0, time_limit: secondsPerQuestion } as const;
  return (programme, target, sense) => {
    // Without a bound from above HiGHS may report either of two statuses; who has no row above it is known without asking.
    if (sense === 'greatest' && isUnbounded(programme, target)) return Infinity;
    const { Status, ObjectiveValue } = highs.solve(modelOf(programme, target, sense), options);
    switch (Status) {
      case 'Optimal':
        return Math.round(ObjectiveValue);
      case 'Unbounded':
        return Infinity;
      case 'Infeasible':
        throw bug('the released lines contradict each other');
      default:
        return null;
    }
  };
}

/** Whether some variable of the target stands in no row that is known from above. */
function isUnbounded({ rows }: Programme, target: readonly number[]): boolean {
  const held = new Set(rows.flatMap(({ members, high }) => (high === Infinity ? [] : members)));
  return target.some((variable) => !held.has(variable));
}

/** In the LP format of CPLEX; variables are non-negative by default. Long sums are broken over lines, which readers cap at 510 characters. */
function modelOf({ variables, rows }: Programme, target: readonly number[], sense: 'least' | 'greatest'): string {
  const constraints = rows.flatMap(({ members, low, high }, r) => {
    const sum = sumOf(members);
    const lines = low > 0 ? [` l${r}: ${sum} >= ${low}`] : [];
    return high === Infinity ? lines : [...lines, ` h${r}: ${sum} <= ${high}`];
  });
  // An objective needs a row to stand on, also where nothing is known.
  const body = constraints.length > 0 ? constraints : [' n: x0 >= 0'];
  const names = Array.from({ length: variables }, (_variable, i) => ` x${i}`);
  return [
    sense === 'least' ? 'Minimize' : 'Maximize',
    ` goal: ${sumOf(target)}`,
    'Subject To',
    ...body,
    'General',
    ...names,
    'End',
  ].join('\n');
}

const sumOf = (members: readonly number[]): string => members.map((i) => `x${i}`).join(' +\n ');
