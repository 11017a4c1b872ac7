import type { PlatformSession } from '@datalab/client';
import type { Step } from '@datalab/domain';

interface Criteria {
  lab: { steps: { step: Step; criteria: { met: boolean }[] }[] };
}

/** Whether all criteria of a step hold; undefined while they do not, for who looks until they do. */
export async function isReady(session: PlatformSession, labId: string, step: Step): Promise<true | undefined> {
  const { lab } = await session.ask<Criteria>(
    'query ($labId: ID!) { lab(id: $labId) { steps { step criteria { met } } } }',
    { labId },
  );
  return lab.steps.find((one) => one.step === step)!.criteria.every(({ met }) => met) ? true : undefined;
}
