import type { DatasetRow, SnapshotDifferenceRow } from '@datalab/data';
import { bandedAmount, exactAmount, type Amount } from '@datalab/domain';
import type { DifferenceRow } from '@datalab/snapshot';
import { z } from 'zod';

const amount = z.object({ least: z.number(), most: z.number().nullable() });
const changes = { added: amount, removed: amount, changed: amount };

/** How one source differs from the picture before, as it is stored per tier. */
export const sourceDifferenceSchema = z.object({
  previous: z.object({ digest: z.string(), at: z.string() }),
  /** False where the rows of the picture before are not there any more: then nothing can be said. */
  isKnown: z.boolean(),
  total: z.object(changes),
  /** The largest first. In the own tier by month and exact; for the lab by year, and only where a change is no small number. */
  cells: z.array(z.object({ period: z.string(), category: z.string(), ...changes })),
});
export type SourceDifference = z.infer<typeof sourceDifferenceSchema>;

/** Under this many rows nothing is said of one category in one year. */
const FEWEST_TOLD = 10;
const MOST_CELLS = 200;

interface Sums {
  added: number;
  removed: number;
  changed: number;
}
const sizeOf = ({ added, removed, changed }: Sums): number => added + removed + changed;

function sumsBy<K extends string>(rows: readonly DifferenceRow[], keyOf: (row: DifferenceRow) => K): Map<K, Sums> {
  const sums = new Map<K, Sums>();
  for (const row of rows) {
    const sum = sums.get(keyOf(row)) ?? { added: 0, removed: 0, changed: 0 };
    sum.added += row.added;
    sum.removed += row.removed;
    sum.changed += row.changed;
    sums.set(keyOf(row), sum);
  }
  return sums;
}

/** One tier's document of one source. `rows` is undefined where the picture before cannot be read any more. */
export function sourceDifference(
  previous: SourceDifference['previous'],
  rows: readonly DifferenceRow[] | undefined,
  isExact: boolean,
): SourceDifference {
  const say = isExact ? exactAmount : bandedAmount;
  const said = ({ added, removed, changed }: Sums): Record<keyof Sums, Amount> => ({
    added: say(added),
    removed: say(removed),
    changed: say(changed),
  });
  const cells = sumsBy(rows ?? [], ({ period, category }) =>
    JSON.stringify([isExact ? period : period.slice(0, 4), category]),
  );
  const total = sumsBy(rows ?? [], () => '').get('') ?? { added: 0, removed: 0, changed: 0 };
  return {
    previous,
    isKnown: rows !== undefined,
    total: said(total),
    cells: [...cells]
      .filter(([, sums]) => isExact || sizeOf(sums) >= FEWEST_TOLD)
      .sort(([a, one], [b, other]) => sizeOf(other) - sizeOf(one) || (a < b ? -1 : 1))
      .slice(0, MOST_CELLS)
      .map(([key, sums]) => {
        const [period, category] = JSON.parse(key) as [string, string];
        return { period, category, ...said(sums) };
      }),
  };
}

/** Every source that is in one of the two pictures, in both tiers: exact for its own organisation, and for the lab where the source is open. */
export function differenceRows(
  previous: SourceDifference['previous'],
  rows: readonly DifferenceRow[] | undefined,
  datasets: readonly Pick<DatasetRow, 'id' | 'organisationId' | 'isOpen' | 'kind'>[],
  delivering: ReadonlySet<string>,
): SnapshotDifferenceRow[] {
  const differing = new Set(rows?.map(({ datasetId }) => datasetId));
  return datasets
    .filter(({ id, kind }) => kind !== 'provision_use' && (delivering.has(id) || differing.has(id)))
    .flatMap(({ id: datasetId, organisationId, isOpen }) => {
      const own = rows?.filter((row) => row.datasetId === datasetId);
      const of = { datasetId, organisationId };
      return [
        { ...of, tier: 'own' as const, document: sourceDifference(previous, own, true) },
        { ...of, tier: 'lab' as const, document: sourceDifference(previous, own, isOpen) },
      ];
    });
}
