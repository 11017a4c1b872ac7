import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeStepOne, type PlatformSession, type StepOneContent } from '@datalab/client';
import type { DatasetKind, LabRole, OrganisationType } from '@datalab/domain';
import { inTurn } from '../in-turn.js';
import { addAccounts, datalab, signIn } from '../platform-under-test.js';
import { stepOneOf } from './step-one-of.js';

export interface StoryInstallation {
  region: Record<string, string>;
  lab: { key: string; name: string; regionCode: string };
  organisations: { key: string; name: string; type: OrganisationType }[];
  people: { subject: string; organisation: string; roles: LabRole[]; areas?: string[] }[];
  datasets: { key: string; organisation: string; kind: DatasetKind; name: string }[];
  /** Output shells beside the map that every story draws. */
  shells?: StepOneContent['shells'];
}

/** Installs a region, organisations, people and a lab with the operator's commands, and opens step 2. Gives the lab's id. */
export async function install(told: StoryInstallation): Promise<string> {
  const story = { ...told, people: [...told.people, ...officersOf(told)] };
  const folder = await mkdtemp(join(tmpdir(), 'story-'));
  for (const [name, text] of Object.entries(story.region)) await writeFile(join(folder, name), text);
  const users = story.people.map(({ subject, organisation }) => ({
    subject,
    organisation,
    email: `${subject}@story.example`,
    name: subject,
  }));
  const file = join(folder, 'installation.json');
  await writeFile(
    file,
    JSON.stringify({
      organisations: story.organisations,
      users,
      labs: [
        {
          key: story.lab.key,
          name: story.lab.name,
          goal: 'See where nuisance concentrates',
          question: 'Where does nuisance concentrate, and since when?',
          region: story.lab.regionCode,
          participants: story.organisations.map(({ key }) => key),
          members: withOfficers(story).flatMap(({ subject, roles, areas }) =>
            roles.map((role) => ({ user: subject, role, areas: role === 'wijkteam_member' ? areas : [] })),
          ),
          datasets: story.datasets.map((dataset) => ({
            ...dataset,
            vocabulary: { name: 'story', version: '1' },
            legalBasis: 'public task',
            purpose: 'a story',
            retentionMonths: 12,
          })),
        },
      ],
    }),
  );
  await inTurn(async () => {
    await datalab('region', 'import', folder);
    await datalab('setup', file);
    await addAccounts(users.map(({ subject, email, name }) => ({ subject, email, name })));
  });
  return openStepTwo(story);
}

/** One person for every organisation who answers for it: its privacy officer and domain expert. */
const officersOf = ({ organisations }: StoryInstallation): StoryInstallation['people'] =>
  organisations.map(({ key }) => ({
    subject: `${key}-officer`,
    organisation: key,
    roles: ['privacy_officer', 'domain_expert'],
  }));

async function openStepTwo(story: StoryInstallation): Promise<string> {
  const officers = withOfficers(story).filter(({ roles }) => roles.includes('privacy_officer'));
  const coordinator = story.people.find(({ roles }) => roles.includes('coordinator'))!;
  const session = await signIn(coordinator.subject);
  const { labs } = await session.ask<{ labs: { id: string; name: string }[] }>('{ labs { id name } }');
  const { id } = labs.find(({ name }) => name === story.lab.name)!;
  for (const { subject } of officers) await signTerms(subject, id);
  const { lab } = await session.ask<{ lab: { steps: { step: string; state: string }[] } }>(
    'query ($id: ID!) { lab(id: $id) { steps { step state } } }',
    { id },
  );
  if (lab.steps.find(({ step }) => step === 'prioritise')!.state === 'done') return id;
  await sayStepOne(story, id, session);
  const act = (by: typeof session, name: string) =>
    by.ask(`mutation ($id: ID!) { ${name}(labId: $id, step: prioritise) { id } }`, { id });
  await act(session, 'submitStep');
  for (const { subject } of officersOf(story)) await act(await signIn(subject), 'consentToStep');
  await act(session, 'approveStep');
  return id;
}

/** What the partners say in step 1: the coordinator draws the shell. */
async function sayStepOne(story: StoryInstallation, labId: string, coordinator: PlatformSession): Promise<void> {
  const { lab } = await coordinator.ask<{ lab: { region: { levels: { code: string }[] } } }>(
    'query ($id: ID!) { lab(id: $id) { region { levels { code } } } }',
    { id: labId },
  );
  const experts: Record<string, PlatformSession> = {};
  for (const { key, name } of story.organisations) experts[name] = await signIn(`${key}-officer`);
  const content = stepOneOf(
    story.organisations.map(({ name }) => name),
    story.datasets.map(({ name }) => name),
    { areaLevel: lab.region.levels.at(-1)!.code },
  );
  const shells = [...content.shells, ...(story.shells ?? [])];
  await writeStepOne(labId, { coordinator, drafter: coordinator, experts }, { ...content, shells });
}

/** Every organisation needs somebody who signs its intake terms: where a story names nobody, the first of its people. */
function withOfficers({ organisations, people }: StoryInstallation): StoryInstallation['people'] {
  const officers = organisations.map(({ key }) => {
    const own = people.filter(({ organisation }) => organisation === key);
    return own.find(({ roles }) => roles.includes('privacy_officer')) ?? own[0];
  });
  return people.map((person) =>
    officers.includes(person) && !person.roles.includes('privacy_officer')
      ? { ...person, roles: [...person.roles, 'privacy_officer'] }
      : person,
  );
}

/** Signs the intake terms of a lab for this person's organisation; signed already is fine. */
async function signTerms(subject: string, labId: string): Promise<void> {
  const session = await signIn(subject);
  const { intakeTerms } = await session.ask<{ intakeTerms: { version: number } }>(
    'query ($labId: ID!) { intakeTerms(labId: $labId) { version } }',
    { labId },
  );
  await session.ask(
    'mutation ($labId: ID!, $version: Int!) { signIntakeTerms(labId: $labId, version: $version) { version } }',
    { labId, version: intakeTerms.version },
  );
}
