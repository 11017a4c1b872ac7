import type { PlatformSession } from '../platform-session.js';

/** What is chosen beside what the sample agreement says; sources by the name of their dataset. */
export interface AgreementContent {
  purposes: readonly string[];
  /** Fields that may be used besides those of the sample, by kind of analysis. */
  moreFields: Readonly<Partial<Record<'descriptive' | 'diagnostic' | 'predictive', readonly string[]>>>;
  links: readonly { by: string; sources: readonly string[] }[];
  dpia: { reference: string; on: string };
  arrangements: string;
  /** Whatever else is chosen otherwise than the sample says: floors, recipients, the receiver of the way back. */
  alsoChosen?: Readonly<Record<string, unknown>>;
}

/** Signs in somebody who shows who they are just before they sign, for that is asked (`signInAgainWithPassword`). */
export type SignIn = () => Promise<PlatformSession>;

interface Version {
  id: string;
  revision: number;
  state: string;
  currentHash: string;
  choices: { fields: Record<string, string[]> } & Record<string, unknown>;
  faults: { clause: string; code: string }[];
  parties: { organisationId: string; signedAt: string | null }[];
}
interface Ground {
  agreement: { versions: Version[] };
  lab: { datasets: { id: string; name: string }[] };
}

const CHOICES = `choices { answerDays arrangements background bases { basis law organisationId specialBasis } checkDays dpia { on reference } embargoDays
  fields { descriptive diagnostic predictive } floors { lab { households reports } public { households reports } }
  links { by datasetIds } purposes recipients retentionMonths wayBackReceiverId }`;
const LOOK = `query ($labId: ID!) { agreement(labId: $labId) { versions { id revision state currentHash faults { clause code }
  parties { organisationId signedAt } ${CHOICES} } } lab(id: $labId) { datasets { id name } } }`;
const START = 'mutation ($labId: ID!) { startAgreement(labId: $labId) { labId } }';
const SAVE = `mutation ($id: ID!, $revision: Int!, $choices: AgreementChoicesInput!) {
  saveAgreement(id: $id, revision: $revision, choices: $choices) { labId } }`;
const OFFER = 'mutation ($id: ID!) { offerAgreement(id: $id) { labId } }';
const SIGN = 'mutation ($id: ID!, $textHash: String!) { signAgreement(id: $id, textHash: $textHash) { labId } }';
const ME = '{ me { organisation { id } } }';

const read = (session: PlatformSession, labId: string): Promise<Ground> => session.ask<Ground>(LOOK, { labId });

/** Drafts the first agreement of a lab from the sample, fills it in and offers it to be signed; one that is under way or in force is left. */
export async function offerAgreement(
  labId: string,
  drafter: PlatformSession,
  content: AgreementContent,
): Promise<void> {
  if ((await read(drafter, labId)).agreement.versions.some(({ state }) => state === 'signing' || state === 'in_force'))
    return;
  if (!(await read(drafter, labId)).agreement.versions.some(({ state }) => state === 'draft'))
    await drafter.ask(START, { labId });
  const { agreement, lab } = await read(drafter, labId);
  const draft = agreement.versions.find(({ state }) => state === 'draft')!;
  const fields = Object.fromEntries(
    Object.entries(draft.choices.fields).map(([kind, sample]) => [
      kind,
      [...new Set([...sample, ...(content.moreFields[kind as keyof AgreementContent['moreFields']] ?? [])])],
    ]),
  );
  const links = content.links.map(({ by, sources }) => ({
    by,
    datasetIds: lab.datasets.filter(({ name }) => sources.includes(name)).map(({ id }) => id),
  }));
  const { purposes, dpia, arrangements, alsoChosen } = content;
  const choices = { ...draft.choices, purposes, dpia, arrangements, fields, links, ...alsoChosen };
  await drafter.ask(SAVE, { id: draft.id, revision: draft.revision, choices });
  await drafter.ask(OFFER, { id: draft.id });
}

/** Signs what lies there to be signed, for the own organisation; signed already, or in force, is left. Gives the session that was signed in. */
export async function signAgreement(labId: string, signIn: SignIn): Promise<PlatformSession> {
  const officer = await signIn();
  const { me } = await officer.ask<{ me: { organisation: { id: string } } }>(ME);
  const { versions } = (await read(officer, labId)).agreement;
  const offered = versions.find(({ state }) => state === 'signing');
  const own = offered?.parties.find(({ organisationId }) => organisationId === me.organisation.id);
  if (offered !== undefined && own !== undefined && own.signedAt === null)
    await officer.ask(SIGN, { id: offered.id, textHash: offered.currentHash });
  return officer;
}
