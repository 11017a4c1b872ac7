import { inLab, type TypeRule } from '../rules.js';

const IN_LAB = inLab();
const names = (list: string): string[] => list.split(/\s+/);

/** Step 4: that something is run is the lab's; what came out its analysts', until it is released. */
export const RUN_TYPES: Readonly<Record<string, TypeRule>> = {
  Run: {
    who: IN_LAB,
    withIt: names(
      `id labId shellId snapshotId organisationName title kind method methodName methodVersion purpose parameters seed state progress refusals requestedAt startedAt endedAt policyVersion outcomeDigest`,
    ),
    fields: { result: inLab('analyst') },
    neverFilled: { failure: 'the run of the matrix went well' },
  },
  RunRefusal: { who: IN_LAB, withIt: names('clause code words') },
  RunWords: { who: IN_LAB, withIt: names('nl en') },
  RunTurn: { who: IN_LAB, withIt: names('kind waitsFor') },
  // Public facts about the region, and what was agreed.
  RunChoices: { who: IN_LAB, withIt: names('purposes indicators areas') },
  RunChoice: { who: IN_LAB, withIt: names('code title') },
  RunMethod: { who: IN_LAB, withIt: names('name version kind label title explanation units options isUnderContract') },
};
