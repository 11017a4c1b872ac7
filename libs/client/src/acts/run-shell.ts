import type { RunResult } from '@datalab/domain';
import type { PlatformSession } from '../platform-session.js';
import { until } from './until.js';

/** A run as its analyst sees it; `result` is what the run shows in the lab tier. */
export interface EndedRun {
  id: string;
  state: string;
  failure: string | null;
  refusals: { clause: string; words: { nl: string; en: string } }[];
  result: RunResult | null;
}

/** What is asked beside the shell. */
export interface RunWish {
  purpose: string;
  seed: number;
  categories?: readonly string[];
  options?: Readonly<Record<string, unknown>>;
}

interface ShellsAndRuns {
  outputShells: { id: string; title: string; state: string }[];
  runs: { id: string; title: string; state: string }[];
}

const LOOK =
  'query ($labId: ID!) { outputShells(labId: $labId) { id title state } runs(labId: $labId) { id title state } }';
const REQUEST = 'mutation ($wish: RunWishInput!) { requestRun(wish: $wish) { id } }';
const RUN = 'query ($id: ID!) { run(id: $id) { id state failure refusals { clause words { nl en } } result } }';
const UNDER_WAY = ['requested', 'running'];
const LONGEST_SECONDS = 300;

/** An analyst asks for a run of the approved shell of this title and waits for its end; one that is done already is taken as it is. */
export async function runShell(
  analyst: PlatformSession,
  labId: string,
  title: string,
  wish: RunWish,
): Promise<EndedRun> {
  const { outputShells, runs } = await analyst.ask<ShellsAndRuns>(LOOK, { labId });
  const earlier = runs.find((run) => run.title === title && (run.state === 'done' || UNDER_WAY.includes(run.state)));
  const shell = outputShells.find((one) => one.title === title && one.state === 'approved');
  if (shell === undefined) throw new Error(`there is no approved output shell "${title}"`);
  const id =
    earlier?.id ??
    (await analyst.ask<{ requestRun: { id: string } }>(REQUEST, { wish: { labId, shellId: shell.id, ...wish } }))
      .requestRun.id;
  return until(`the run "${title}"`, LONGEST_SECONDS, async () => {
    const { run } = await analyst.ask<{ run: EndedRun }>(RUN, { id });
    return UNDER_WAY.includes(run.state) ? undefined : run;
  });
}
