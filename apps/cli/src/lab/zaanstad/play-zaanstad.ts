import {
  answerValues,
  finishStep,
  giveOut,
  offerAgreement,
  runShell,
  signAgreement,
  signInAgainWithPassword,
  waitForPicture,
  type PlatformSession,
} from '@datalab/client';
import { demoAgreement, demoDeeperQuestion, demoStories, demoValues } from '@datalab/demo';
import type { ReleaseDocument } from '@datalab/domain';
import { beginDemo, type DemoPlay } from '../../demo/begin-demo.js';
import type { ZaanstadRun } from './findings.js';

const QUESTIONS = 'query ($labId: ID!) { deeperQuestions(labId: $labId) { id } }';
const WRITE_QUESTION = `mutation ($labId: ID!, $question: DeeperQuestionInput!) {
  writeDeeperQuestion(labId: $labId, question: $question) { id } }`;

/** The people of the demo lab, signed in. */
interface People {
  coordinator: PlatformSession;
  analyst: PlatformSession;
  officers: PlatformSession[];
}

/**
 * Plays the Zaanstad case in a lab of the demo organisations from its beginning to what was released in step 4, every act by the person whose it is, over the
 * API alone. Gives what was released by the title of its output shell. What is there already is left, so it can be run again after it was cut off.
 */
export async function playZaanstad(
  play: DemoPlay,
  runs: readonly ZaanstadRun[],
  print: (line: string) => void,
): Promise<Map<string, ReleaseDocument>> {
  const { labId, cast } = play;
  await beginDemo(play, (line) => print(`  ${line}`));
  print('step 1 done, everything delivered');
  const people: People = {
    coordinator: await cast.signIn(cast.first('coordinator')),
    analyst: await cast.signIn(cast.first('analyst')),
    officers: await Promise.all(cast.inRole('privacy_officer').map((officer) => cast.signIn(officer))),
  };
  const { coordinator, analyst, officers } = people;
  const asked = await analyst.ask<{ deeperQuestions: unknown[] }>(QUESTIONS, { labId });
  if (asked.deeperQuestions.length === 0) await analyst.ask(WRITE_QUESTION, { labId, question: demoDeeperQuestion });
  await waitForPicture(coordinator, labId);
  print('the picture holds all that was delivered');
  await finishStep(labId, 'factual_picture', { coordinator, consenting: officers });
  print('step 2 done');

  await offerAgreement(labId, coordinator, demoAgreement);
  for (const [i, { email, password }] of cast.inRole('privacy_officer').entries())
    // Signing asks to show once more who one is; the session of before ends with that.
    officers[i] = await signAgreement(labId, () => signInAgainWithPassword(officers[i]!, email, password));
  // The measured risk is evidence: whoever answered before it came answers again.
  const meanwhile = async (): Promise<void> => {
    for (const officer of officers) await answerValues(officer, labId, demoValues);
  };
  await finishStep(labId, 'share_safely', { coordinator, consenting: officers, meanwhile });
  print('step 3 done: the agreement is signed by all');

  const released = new Map<string, ReleaseDocument>();
  for (const run of runs) {
    const document = await deepen(labId, people, run, print);
    if (document !== null) released.set(run.shell, document);
  }
  return released;
}

/** Runs one shell, has everybody answer for its values, and gives it out by two checkers; null where it came to nothing, and says why. */
async function deepen(
  labId: string,
  { analyst, officers }: People,
  { shell, ...wish }: ZaanstadRun,
  print: (line: string) => void,
): Promise<ReleaseDocument | null> {
  try {
    const run = await runShell(analyst, labId, shell, wish);
    if (run.state !== 'done') {
      const why = run.failure ?? run.refusals.map(({ clause, words }) => `${clause}: ${words.en}`).join('; ');
      print(`  ${shell}: the run is ${run.state} (${why})`);
      return null;
    }
    for (const officer of officers) await answerValues(officer, labId, demoValues, run.id);
    const story = { title: shell, ...demoStories[shell]! };
    const release = await giveOut(labId, run.id, story, { analyst, checkers: [officers[1]!, officers[2]!] });
    print(`  ${shell}: ${release.state}${release.stopped === null ? '' : ` (${release.stopped.code})`}`);
    return release.state === 'released' ? release.document : null;
  } catch (error) {
    // One result that cannot be had leaves the others to be judged; the finding that needs it is then not found.
    print(`  ${shell}: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}
