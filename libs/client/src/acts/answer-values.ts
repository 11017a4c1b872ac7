import type { PlatformSession } from '../platform-session.js';

/** What an organisation says of each of the seven values. */
export type ValueAnswers = readonly { value: string; verdict: string; answer: string }[];

interface Standing {
  publicValues: { values: { value: string; owing: string[] }[] };
  me: { organisation: { id: string } };
}

const LOOK = `query ($labId: ID!, $runId: ID) { publicValues(labId: $labId, runId: $runId) { values { value owing } }
  me { organisation { id } } }`;
const ANSWER = `mutation ($labId: ID!, $runId: ID, $answers: [ValueAnswerInput!]!) {
  answerValues(labId: $labId, runId: $runId, answers: $answers) { standing } }`;

/** Answers for the own organisation what it still owes: of the lab, or of the analysis of a run. */
export async function answerValues(
  session: PlatformSession,
  labId: string,
  answers: ValueAnswers,
  runId: string | null = null,
): Promise<void> {
  const { publicValues, me } = await session.ask<Standing>(LOOK, { labId, runId });
  const owed = publicValues.values.filter(({ owing }) => owing.includes(me.organisation.id)).map(({ value }) => value);
  if (owed.length === 0) return;
  await session.ask(ANSWER, { labId, runId, answers: answers.filter(({ value }) => owed.includes(value)) });
}
