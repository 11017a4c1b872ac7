import type { ForecastContractRow, ForecastObjectionRow, ForecastTestRow } from '@datalab/data';
import { activationRefusals, mayShow, type ForecastContract } from '@datalab/domain';
import { forecastDocumentSchema, type ForecastDocument } from './forecast-document.js';

export type ForecastTestView = Omit<ForecastTestRow, 'document'> & { document: ForecastDocument | null };

/** A contract with all that happened under it. */
export interface ForecastView extends ForecastContractRow {
  /** Newest first. */
  tests: ForecastTestView[];
  objections: ForecastObjectionRow[];
  /** Why it may not be switched on now; empty where it may. Of a draft: what keeps it from being fixed. */
  refusals: string[];
  /** What is shown today: the model only while it is active and its last day has not passed. */
  shows: 'nothing' | 'naive' | 'model';
}

/** A date as a contract counts them: a calendar day in UTC. */
export const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);

export const contractOf = ({ terms, fixedAt }: ForecastContractRow, today: string): ForecastContract => ({
  ...terms,
  fixedOn: fixedAt === null ? today : dayOf(fixedAt),
});

/** The newest test whose outcome is known. */
export const newestTest = <Test extends ForecastTestRow>(tests: readonly Test[]): Test | undefined =>
  tests
    .filter(({ kind, concludedAt }) => kind === 'test' && concludedAt !== null)
    .sort((a, b) => b.concludedAt!.getTime() - a.concludedAt!.getTime() || (a.runId < b.runId ? 1 : -1))[0];

export function forecastView(
  row: ForecastContractRow,
  tests: readonly ForecastTestRow[],
  objections: readonly ForecastObjectionRow[],
  today: string,
): ForecastView {
  const mine = tests
    .filter(({ contractId }) => contractId === row.id)
    .map(({ document, ...test }) => ({ ...test, document: forecastDocumentSchema.nullable().parse(document) }));
  const standing = objections.filter(({ contractId }) => contractId === row.id);
  const test = newestTest(mine);
  const verdict = test === undefined ? undefined : { testedOn: dayOf(test.concludedAt!), refusals: test.refusals };
  const against = activationRefusals(contractOf(row, today), verdict, today);
  const objected = standing.some(({ withdrawnAt }) => withdrawnAt === null);
  return {
    ...row,
    tests: mine,
    objections: standing,
    refusals: [
      ...(row.state === 'draft' ? against.filter((code) => code !== 'not-tested') : against),
      ...(objected ? ['objection-stands'] : []),
    ],
    shows: mayShow(row.state, row.terms, today) ? 'model' : test === undefined ? 'nothing' : 'naive',
  };
}
