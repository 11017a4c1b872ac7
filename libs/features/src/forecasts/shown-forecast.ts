import { findForecastContract, findContractOfRun, type Transaction } from '@datalab/data';
import { mayShow, type RunCell, type RunResult } from '@datalab/domain';
import type { Ctx } from '../context.js';
import { dayOf } from './forecast-view.js';

/**
 * The result of a run as it may be seen today: of a forecast whose contract is not active, or past its last day, the naive forecast alone. The result of
 * any other run as it is.
 */
export async function shownForecast(ctx: Ctx, tx: Transaction, runId: string, result: RunResult): Promise<RunResult> {
  const contractId = await findContractOfRun(tx, runId);
  if (contractId === undefined) return result;
  const contract = await findForecastContract(tx, contractId);
  const isOn = contract !== undefined && mayShow(contract.state, contract.terms, dayOf(ctx.clock.now()));
  return isOn ? result : naiveOnly(result);
}

const OFF = {
  nl: 'Het model staat niet aan. Daarom ziet u hier alleen de eenvoudige voorspelling; hoe goed beide eerder waren staat in de terugtoets.',
  en: 'The model is not switched on. So you see the simple forecast alone here; how good both were before is in the back-test.',
} as const;
const RULE = { nl: 'Simpele regel', en: 'Simple rule' } as const;

/** What a forecast says without its model: the naive value of every area, no margins of the model, and why. */
export function naiveOnly(result: RunResult): RunResult {
  const { picture } = result;
  return {
    ...result,
    text: {
      nl: { ...result.text.nl, what: OFF.nl },
      en: { ...result.text.en, what: OFF.en },
    },
    picture: picture.kind === 'forecast' ? { ...picture, next: [] } : picture,
    tables: result.tables.map((table) =>
      table.key !== 'next'
        ? table
        : {
            ...table,
            rows: table.rows.map((row): Record<string, RunCell> => ({
              ...row,
              expected: row['naive'] ?? null,
              low: null,
              high: null,
              by: RULE,
            })),
          },
    ),
  };
}
