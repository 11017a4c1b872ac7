import { listCutPeriods, type LoadEntity, type LoadIssue, type RowTarget, type Transaction } from '@datalab/data';

/** More periods than these nobody reads: covering the whole years or months mends them all. */
const MOST_TOLD = 24;

/** The periods that cannot be counted exactly once beside the other loads of the dataset, each named in its column. */
export const cutsOf = async (tx: Transaction, load: LoadEntity, target: RowTarget): Promise<LoadIssue[]> =>
  (await listCutPeriods(tx, load, target)).slice(0, MOST_TOLD).map(({ period, rows }) => ({
    code: 'coverage.cuts',
    column: `period ${period}`,
    message:
      'Deze levering en een andere tellen en dekken deze periode niet allebei als geheel; dek de hele periode, of laat haar erbuiten.',
    count: rows,
    firstRows: [],
  }));
