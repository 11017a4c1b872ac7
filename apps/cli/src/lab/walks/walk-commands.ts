import assert from 'node:assert/strict';
import { STEPS, type Step } from '@datalab/domain';
import fc from 'fast-check';
import { ACTS, type Act, type WalkModel } from './walk-model.js';
import { WALKER_NAMES, type Walker, type WalkWorld } from './walk-world.js';

/** The lab that one walk goes through, with what it counts. */
export interface Walk {
  world: WalkWorld;
  labId: string;
  /** How often each outcome came about. */
  outcomes: Map<string, number>;
}

type Command = fc.AsyncCommand<WalkModel, Walk>;
/** Most acts are on the step that is worked on: walks that only knock on locked doors get nowhere. */
type Which = 'current' | Step;

/** Somebody does something to a step: the platform must do what the model says, and keep what it must keep. */
class DoCommand implements Command {
  constructor(
    readonly who: Walker,
    readonly what: Act,
    readonly which: Which,
  ) {}

  check(): boolean {
    return true;
  }

  async run(model: WalkModel, walk: Walk): Promise<void> {
    const step = this.which === 'current' ? model.current : this.which;
    const expected = model.act(this.who, this.what, step);
    assert.equal(await act(walk, this.who, this.what, step), expected, `${this.toString()} (${step})`);
    walk.outcomes.set(expected, (walk.outcomes.get(expected) ?? 0) + 1);
    await compare(model, walk);
  }

  toString(): string {
    return `${this.who} ${this.what} ${this.which}`;
  }
}

/** What the criteria of a step are computed from changes, at any moment. */
class ToggleCommand implements Command {
  constructor(readonly which: Which) {}

  check(): boolean {
    return true;
  }

  run(model: WalkModel, { world }: Walk): Promise<void> {
    const step = this.which === 'current' ? model.current : this.which;
    for (const set of [model.unmet, world.unmet]) if (!set.delete(step)) set.add(step);
    return Promise.resolve();
  }

  toString(): string {
    return `facts change for ${this.which}`;
  }
}

/** Does it on the platform; gives `done` or the code of the refusal. Anything that is no refusal is thrown. */
export async function act({ world, labId }: Walk, who: Walker, what: Act, step: Step): Promise<string> {
  const ctx = world.as(who, labId);
  try {
    await (what === 'object' || what === 'return' || what === 'reopen'
      ? world.steps[what](ctx, labId, step, 'on the way')
      : world.steps[what](ctx, labId, step));
    return 'done';
  } catch (error) {
    const { kind, code } = error as { kind?: string; code?: string };
    if (kind === undefined || code === undefined) throw error;
    return code;
  }
}

/** The database holds what the model holds: states, rounds, every word that was said, and no event more or less. */
export async function compare(model: WalkModel, { world, labId }: Walk): Promise<void> {
  const { states, rounds, events } = await world.kept(labId);
  assert.deepEqual(states, model.states, 'the states');
  assert.deepEqual(rounds, model.rounds, 'the rounds');
  assert.equal(events.length, model.events, 'every event is kept once');
  const said = events
    .filter(({ event }) => event === 'consent' || event === 'object')
    .map(({ step, round, organisation, event }) => ({ step, round, organisation, event }));
  assert.deepEqual(said, model.said, 'no consent is lost and none is made up');
  for (const step of STEPS)
    if (states.get(step) === 'done')
      assert.ok(model.consenting(step).length >= model.needed(step), `the gate of ${step}`);
}

const which: fc.Arbitrary<Which> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Which>('current') },
  { weight: 1, arbitrary: fc.constantFrom<Which[]>(...STEPS) },
);
const anything = fc
  .tuple(fc.constantFrom(...WALKER_NAMES), fc.constantFrom(...ACTS), which)
  .map(([who, what, step]) => new DoCommand(who, what, step));
/** What moves a lab on; without these hardly a walk would leave the first step. */
const onwards = fc.oneof(
  fc.constantFrom('submit', 'approve').map((what) => new DoCommand('leader', what as Act, 'current')),
  fc.constantFrom<Walker[]>('officerA', 'officerB', 'officerC').map((who) => new DoCommand(who, 'consent', 'current')),
);
const toggling = which.map((step) => new ToggleCommand(step));

/** A walk: acts and changing facts, at most so many. */
export const walkCommands = (longest: number) =>
  fc.commands([anything, onwards, onwards, onwards, onwards, toggling], { maxCommands: longest, size: 'max' });
