import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  answerValues,
  deliverLoad,
  finishStep,
  giveOut,
  keyCustodyOf,
  keyPinsInMemory,
  offerAgreement,
  prepareLoad,
  pseudonymsOf,
  regionOfLab,
  runShell,
  signAgreement,
  signInAgainWithPassword,
  waitForPicture,
  type PlatformSession,
} from '@datalab/client';
import { demoAgreement, demoCards, demoDeeperQuestion, demoStories, demoValues } from '@datalab/demo';
import type { Mapping } from '@datalab/intake';
import { datasetNamed, today } from '../deliver-real-file.js';
import { accountOf, signIn } from '../platform-under-test.js';
import { install } from './install.js';
import { listLabsAtKeyHolders } from './key-holders.js';
import {
  CARE_REPORTS,
  careFile,
  CITY_REPORTS,
  cityFiles,
  OVERLAP_SHELL,
  POLICE_REPORTS,
  policeFiles,
  releaseStory,
  STORY_MAPPING,
} from './release-story.js';

/** The key that every steward of the story makes record hashes with, in the form of a key file. */
export const STORY_KEY = 'a5'.repeat(32);
const OFFICERS = ['dz-city-officer', 'dz-police-officer', 'dz-care-officer'];
export const DECEMBER = { from: '2024-12-01', to: '2024-12-31' };
const YEAR = { from: '2024-01-01', to: '2024-12-31' };

const SAVE_MAPPING = 'mutation ($id: ID!, $mapping: JSON!) { saveMapping(datasetId: $id, mapping: $mapping) { id } }';
const SAVE_CARD =
  'mutation ($id: ID!, $card: RegistrationCardInput!) { saveRegistrationCard(datasetId: $id, card: $card) { version } }';
const LOADS =
  'query ($labId: ID!) { lab(id: $labId) { datasets { id latestLoad { id qualityReport { acceptedAt } } } } }';
const ACCEPT = 'mutation ($id: ID!) { acceptQualityReport(loadId: $id, remark: "Nagekeken; klopt.") { acceptedAt } }';
const WRITE_QUESTION = `mutation ($labId: ID!, $question: DeeperQuestionInput!) {
  writeDeeperQuestion(labId: $labId, question: $question) { id } }`;

interface Loads {
  lab: {
    datasets: { id: string; latestLoad: { id: string; qualityReport: { acceptedAt: string | null } | null } | null }[];
  };
}

/** A steward reads a file here, has its keys made, delivers it and accepts what the worker says of it. */
export async function deliverKeyed(
  labId: string,
  {
    steward,
    dataset,
    file,
    covers,
  }: { steward: string; dataset: string; file: string; covers: { from: string; to: string } },
): Promise<void> {
  const session = await signIn(steward);
  const datasetId = await datasetNamed(session, labId, dataset);
  const custody = (await keyCustodyOf(session, labId))!;
  const raw = join(await mkdtemp(join(tmpdir(), 'delivery-')), 'file.csv');
  await writeFile(raw, file);
  const mapping = STORY_MAPPING as unknown as Mapping;
  const prepared = await prepareLoad(raw, `${raw}.ndjson`, {
    mapping,
    region: await regionOfLab(session, labId),
    organisationKey: Buffer.from(STORY_KEY, 'hex'),
    today: today(),
    keys: {
      datasetId,
      sealingKey: custody.sealingKey,
      pseudonymise: pseudonymsOf(session, custody, { pins: keyPinsInMemory() }),
    },
  });
  if (!prepared.result.acceptable) throw new Error(JSON.stringify(prepared.result.issues));
  await session.ask(SAVE_MAPPING, { id: datasetId, mapping });
  await deliverLoad(session, datasetId, prepared, [covers]);
  for (;;) {
    const { datasets } = (await session.ask<Loads>(LOADS, { labId })).lab;
    const { latestLoad } = datasets.find(({ id }) => id === datasetId)!;
    if (latestLoad?.qualityReport != null) return void (await session.ask(ACCEPT, { id: latestLoad.id }));
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/**
 * The lab of the release story up to where that begins, every act by the person whose it is: agreed on and signed, everything of 2024 delivered but the city's last month, and
 * over how many of them the addresses are spread told to all three. Gives its id.
 */
export async function agreedLab(): Promise<string> {
  const labId = await install(releaseStory());
  await listLabsAtKeyHolders();
  const coordinator = await signIn('dz-leader');
  const analyst = await signIn('dz-analyst');
  await analyst.ask(WRITE_QUESTION, { labId, question: demoDeeperQuestion });
  const until = { from: '2024-01-01', to: '2024-11-30' };
  await deliverKeyed(labId, {
    steward: 'dz-city-steward',
    dataset: CITY_REPORTS,
    file: cityFiles.untilNovember,
    covers: until,
  });
  await deliverKeyed(labId, {
    steward: 'dz-police-steward',
    dataset: POLICE_REPORTS,
    file: policeFiles.untilNovember,
    covers: until,
  });
  await deliverKeyed(labId, { steward: 'dz-care-steward', dataset: CARE_REPORTS, file: careFile, covers: YEAR });
  for (const [steward, dataset] of [
    ['dz-city-steward', CITY_REPORTS],
    ['dz-police-steward', POLICE_REPORTS],
    ['dz-care-steward', CARE_REPORTS],
  ] as const) {
    const session = await signIn(steward);
    await session.ask(SAVE_CARD, {
      id: await datasetNamed(session, labId, dataset),
      card: demoCards.municipality_reports,
    });
  }
  await waitForPicture(coordinator, labId);
  let officers = await Promise.all(OFFICERS.map(signIn));
  await finishStep(labId, 'factual_picture', { coordinator, consenting: officers });
  officers = await agree(labId, coordinator, officers);
  // Everything that was agreed on holds from the next picture on: the last month of the police comes in.
  await deliverKeyed(labId, {
    steward: 'dz-police-steward',
    dataset: POLICE_REPORTS,
    file: policeFiles.december,
    covers: DECEMBER,
  });
  await waitForPicture(coordinator, labId);
  const run = await runShell(analyst, labId, OVERLAP_SHELL, { purpose: 'understand_nuisance', seed: 1 });
  if (run.state !== 'done') throw new Error(`the run is ${run.state}: ${JSON.stringify(run)}`);
  for (const officer of officers) {
    await answerValues(officer, labId, demoValues);
    await answerValues(officer, labId, demoValues, run.id);
  }
  const told = demoStories['Bij hoeveel organisaties een adres bekend is']!;
  const given = await giveOut(
    labId,
    run.id,
    { title: OVERLAP_SHELL, ...told },
    { analyst, checkers: officers.slice(1) },
  );
  if (given.state !== 'released') throw new Error(`the result was ${given.state}: ${JSON.stringify(given.stopped)}`);
  return labId;
}

/** They agree to show everybody a number from thirty reports on only, and that care may ask for the way back. */
async function agree(
  labId: string,
  coordinator: PlatformSession,
  officers: PlatformSession[],
): Promise<PlatformSession[]> {
  const { me } = await officers[2]!.ask<{ me: { organisation: { id: string } } }>('{ me { organisation { id } } }');
  await offerAgreement(labId, coordinator, {
    ...demoAgreement,
    moreFields: {},
    links: [{ by: 'household_key', sources: [CITY_REPORTS, POLICE_REPORTS, CARE_REPORTS] }],
    alsoChosen: {
      recipients: ['participants', 'public'],
      floors: { lab: { reports: 5, households: 5 }, public: { reports: 30, households: 30 } },
      wayBackReceiverId: me.organisation.id,
    },
  });
  const signed: PlatformSession[] = [];
  for (const [i, subject] of OFFICERS.entries()) {
    const { email, password } = await accountOf(subject);
    signed.push(await signAgreement(labId, () => signInAgainWithPassword(officers[i]!, email, password)));
  }
  const meanwhile = async (): Promise<void> => {
    for (const officer of signed) await answerValues(officer, labId, demoValues);
  };
  await finishStep(labId, 'share_safely', { coordinator, consenting: signed, meanwhile });
  return signed;
}
