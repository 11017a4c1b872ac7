import { either, inLab, PROGRAMS, type OperationRule } from '../rules.js';

const IN_LAB = inLab();
/** The second wall tells a program of the lab from nobody, and not what it came for. */
const LAB_WALL = either(IN_LAB, PROGRAMS);
const reading = {
  who: IN_LAB,
  secondWall: LAB_WALL,
  variables: ({ labOne }: { labOne: string }) => ({ labId: labOne }),
};
const deciding = {
  who: inLab('analyst'),
  known: IN_LAB,
  secondWall: LAB_WALL,
  variables: ({ runA }: { runA: string }) => ({ id: runA }),
  // The run of the world is done: the rights are asked first.
  alsoLetIn: ['InvalidState'],
} satisfies Partial<OperationRule>;

/** Step 4: runs of analyses. */
export const RUN_OPERATIONS: Readonly<Record<string, OperationRule>> = {
  'Query.runs': reading,
  'Query.runTurns': reading,
  'Query.runChoices': {
    ...reading,
    variables: ({ labOne }) => ({ labId: labOne, areaLevel: 'buurt' }),
  },
  // What the methods are is written in the documentation; only a member asks it of a lab.
  'Query.runMethods': { ...reading, secondWall: either(IN_LAB, PROGRAMS) },
  'Query.run': { who: IN_LAB, secondWall: LAB_WALL, variables: ({ runA }) => ({ id: runA }) },
  'Mutation.requestRun': {
    who: inLab('analyst'),
    known: IN_LAB,
    secondWall: LAB_WALL,
    variables: ({ labOne, datasetA }) => ({
      wish: { labId: labOne, shellId: datasetA, purpose: 'understand_nuisance' },
    }),
    alsoLetIn: ['NotFound'],
  },
  'Mutation.cancelRun': deciding,
  'Mutation.retryRun': deciding,
  'Mutation.withdrawRun': deciding,
};
