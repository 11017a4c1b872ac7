import assert from 'node:assert/strict';
import { STEPS } from '@datalab/domain';
import fc from 'fast-check';
import { act, compare, walkCommands, type Walk } from './walk-commands.js';
import { WalkModel, type Act } from './walk-model.js';
import { WalkWorld, type Walker } from './walk-world.js';

export interface Walks {
  walks: number;
  seed: number;
}

/** Acts in one walk at most. */
const LONGEST = 40;

/**
 * Random walks of everybody through a lab's state machine, against the model and the database together, each ended by walking the lab from
 * wherever it stands to its end and back to its beginning: no gate is skipped, no consent lost, no state is one that nobody can leave. Prints its
 * figures. Needs the fresh database that `npm run datalab -- verify lab` brings.
 */
export async function walkLabs(
  print: (line: string) => void,
  { walks, seed }: Walks,
): Promise<{ passed: number; failed: number }> {
  const world = await WalkWorld.open();
  const outcomes = new Map<string, number>();
  let finished = 0;
  try {
    const property = fc.asyncProperty(fc.constantFrom(null, 2), walkCommands(LONGEST), async (quorum, commands) => {
      const model = new WalkModel(quorum);
      const walk: Walk = { world, labId: await world.newLab(quorum), outcomes };
      await fc.asyncModelRun(() => ({ model, real: walk }), commands);
      await leave(model, walk);
      finished += 1;
    });
    const start = performance.now();
    const result = await fc.check(property, { numRuns: walks, seed, endOnFailure: false });
    const seconds = ((performance.now() - start) / 1_000).toFixed(0);
    print(`seed ${seed}; ${finished} walks to the end and back in ${seconds} s`);
    for (const [outcome, count] of [...outcomes].sort(([a], [b]) => (a < b ? -1 : 1))) print(`  ${outcome}: ${count}`);
    if (!result.failed) return { passed: walks, failed: 0 };
    print(`a walk went wrong: ${fc.defaultReportMessage(result) ?? ''}`);
    return { passed: result.numRuns - 1, failed: 1 };
  } finally {
    await world.close();
  }
}

/** From wherever the lab stands to its end, with everybody willing and all facts as they should be; then back to the first step. */
async function leave(model: WalkModel, walk: Walk): Promise<void> {
  for (const set of [model.unmet, walk.world.unmet]) set.clear();
  const must = async (who: Walker, what: Act, step: (typeof STEPS)[number]) => {
    assert.equal(model.act(who, what, step), 'done', `the model lets ${who} ${what} ${step}`);
    assert.equal(await act(walk, who, what, step), 'done', `${who} can ${what} ${step}`);
  };
  for (const step of STEPS) {
    if (model.states.get(step) === 'done') continue;
    if (model.states.get(step) === 'open') await must('leader', 'submit', step);
    for (const who of ['officerA', 'officerB', 'officerC'] as const) await must(who, 'consent', step);
    await must('leader', 'approve', step);
  }
  await must('leader', 'reopen', 'prioritise');
  await compare(model, walk);
}
