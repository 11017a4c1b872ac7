import { listFindings, listInterpretations, listSolutions, type Transaction } from '@datalab/data';
import { isCommitted, type LabFacts } from '@datalab/domain';
import type { LabGround } from './lab-ground.js';

/** What the criteria of step 5 are computed from. */
export async function solutionsFacts(tx: Transaction, { lab }: LabGround): Promise<LabFacts['solutions']> {
  const findings = (await listFindings(tx, lab.id)).filter(({ withdrawnAt }) => withdrawnAt === null);
  const solutions = (await listSolutions(tx, lab.id)).filter(({ state }) => state !== 'dropped');
  const interpretations = await listInterpretations(tx, lab.id);
  const owing = (rows: typeof solutions) => [
    ...new Map(
      rows.map((row) => [row.organisationId, { organisationId: row.organisationId, name: row.organisationName }]),
    ).values(),
  ];
  return {
    findings: findings.map(({ id, noSolutionReason }) => ({
      answered: noSolutionReason !== null || solutions.some(({ findingIds }) => findingIds.includes(id)),
    })),
    unowned: owing(solutions.filter(({ state }) => state === 'option')),
    unregistered: owing(solutions.filter(({ state, registeredAt }) => isCommitted(state) && registeredAt === null)),
    interpretationsOpen: interpretations.filter(({ state }) => state !== 'agreed').length,
  };
}
