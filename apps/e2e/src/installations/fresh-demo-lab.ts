import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DEMO_SEED,
  demoRegion,
  demoReports,
  demoSetup,
  partnerBytes,
  partnerFiles,
  partnerLayouts,
  type DemoDataset,
  type PartnerFile,
} from '@datalab/demo';
import type { LabRole } from '@datalab/domain';
import { inTurn } from '../in-turn.js';
import { datalab, signIn } from '../platform-under-test.js';

const DEMO = demoSetup.labs[0]!;
const PARTNERS = ['ggd', 'municipality', 'corporation'];
const nameOf = (key: string): string => demoSetup.organisations.find((one) => one.key === key)!.name;
const users = demoSetup.users.filter(({ organisation }) => PARTNERS.includes(organisation));
const members = DEMO.members.filter(({ user }) => users.some(({ subject }) => subject === user));
const datasets = DEMO.datasets.filter(({ key }) => key === 'ggd_reports' || key === 'corporation_reports');
const LAB_NAME = 'Van eerste vraag tot oplossing';

export const [GGD, CITY, HOUSING] = PARTNERS.map(nameOf) as [string, string, string];
/** The sources of this lab: one of the GGD, one of the corporation. */
export const [GGD_DATASET, HOUSING_DATASET] = datasets as [DemoDataset, DemoDataset];
export const [GGD_SOURCE, HOUSING_SOURCE] = datasets.map(({ name }) => name) as [string, string];

/** The one who has a role in this lab, for an organisation by its name: their subject. */
export function inRole(role: LabRole, organisation: string): string {
  const { subject } = users.find(
    (user) =>
      nameOf(user.organisation) === organisation &&
      members.some((member) => member.user === user.subject && member.role === role),
  )!;
  return subject;
}

/** A lab of three organisations of the demo in which nobody has said anything yet, by the operator's command. Gives its id. */
export async function installFreshLab(): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'story-')), 'installation.json');
  await writeFile(
    file,
    JSON.stringify({
      organisations: demoSetup.organisations.filter(({ key }) => PARTNERS.includes(key)),
      users: users.map(({ subject, email, name, organisation, administrator }) => ({
        subject,
        email,
        name,
        organisation,
        isAdministrator: administrator === true,
      })),
      labs: [
        {
          ...DEMO,
          key: 'first-question-to-solution',
          name: LAB_NAME,
          participants: PARTNERS,
          members: members.map(({ user, role }) => ({ user, role, areas: [] })),
          // What the GGD brings, its steward promises on the screen.
          datasets: datasets.filter(({ organisation }) => organisation !== 'ggd'),
        },
      ],
    }),
  );
  await inTurn(() => datalab('setup', file));
  const session = await signIn(inRole('coordinator', CITY));
  const { labs } = await session.ask<{ labs: { id: string; name: string }[] }>('{ labs { id name } }');
  return labs.find(({ name }) => name === LAB_NAME)!.id;
}

let exported: readonly PartnerFile[] | undefined;

/** What every organisation of the demo exports: made once, which takes as long as an act on a screen. */
function allExports(): readonly PartnerFile[] {
  if (exported === undefined) {
    const region = demoRegion(DEMO_SEED);
    exported = partnerFiles(region, demoReports(region, DEMO_SEED));
  }
  return exported;
}

/** The file of a source as its organisation exports it: where it lies, what its columns mean and from when to when it is whole. */
export async function exportOf(
  source: string,
): Promise<{ path: string; layout: (typeof partnerLayouts)[number]; period: PartnerFile['period'] }> {
  const { key } = datasets.find(({ name }) => name === source)!;
  const file = allExports().find(({ dataset }) => dataset === key)!;
  const path = join(await mkdtemp(join(tmpdir(), 'story-')), file.name);
  await writeFile(path, partnerBytes(file));
  return { path, layout: partnerLayouts.find((one) => one.key === key)!, period: file.period };
}
