import {
  deliverLoad,
  drawShells,
  keyCustodyOf,
  keyPinsInMemory,
  prepareLoad,
  pseudonymsOf,
  regionOfLab,
  signAgreement,
  signInAgainWithPassword,
  speakInStepOne,
  until,
  type PlatformSession,
} from '@datalab/client';
import { demoCards, demoStepOne } from '@datalab/demo';
import type { LabRole, Step } from '@datalab/domain';
import { datasetNamed, today } from '../../deliver-real-file.js';
import { exportOf, GGD_SOURCE, HOUSING, HOUSING_SOURCE, inRole } from '../../installations/fresh-demo-lab.js';
import { accountOf, signIn } from '../../platform-under-test.js';
import { ANALYST, MIX_SHELL, OTHERS } from './cast.js';

/** What the organisations that are not on the screen say, over the API: the same acts that the GGD does there. */

const inRoleOfOthers = (role: LabRole): Promise<PlatformSession[]> =>
  Promise.all(OTHERS.map((organisation) => signIn(inRole(role, organisation))));

const expertsOfOthers = async (): Promise<Record<string, PlatformSession>> => {
  const sessions = await inRoleOfOthers('domain_expert');
  return Object.fromEntries(OTHERS.map((name, i) => [name, sessions[i]!]));
};

/** Goal, lists, board and scores of step 1. */
export const othersSpeak = async (labId: string): Promise<void> =>
  speakInStepOne(labId, await expertsOfOthers(), { ...demoStepOne, questions: demoStepOne.questions.slice(0, 2) });

/** A second shell is drawn, and both are approved by all but the GGD. */
export const othersApproveShells = async (labId: string): Promise<void> =>
  drawShells(
    labId,
    { drafter: await signIn(ANALYST), experts: await expertsOfOthers() },
    {
      shells: [
        {
          title: MIX_SHELL,
          kind: 'diagnostic',
          method: 'chi2-cramer',
          unit: 'report',
          areaLevel: 'gemeente',
          grain: 'all',
          periodFrom: '2023-01-01',
          periodTo: '2025-12-31',
          sources: [GGD_SOURCE, HOUSING_SOURCE],
          rows: 'source',
          columns: ['Meldingen'],
          use: 'Weten wat de één hoort en de ander niet.',
        },
      ],
    },
  );

export async function othersSignTerms(labId: string): Promise<void> {
  for (const session of await inRoleOfOthers('privacy_officer')) {
    const { intakeTerms } = await session.ask<{ intakeTerms: { version: number } }>(
      'query ($labId: ID!) { intakeTerms(labId: $labId) { version } }',
      { labId },
    );
    await session.ask(
      'mutation ($labId: ID!, $version: Int!) { signIntakeTerms(labId: $labId, version: $version) { version } }',
      { labId, version: intakeTerms.version },
    );
  }
}

const LOADS = `query ($labId: ID!) { lab(id: $labId) { datasets { id latestLoad { id qualityReport { acceptedAt } } } } }`;
interface Loads {
  lab: { datasets: { id: string; latestLoad: { id: string; qualityReport: object | null } | null }[] };
}

/** The corporation brings its file, says what its registration is worth and stands for it. */
export async function corporationDelivers(labId: string): Promise<void> {
  const session = await signIn(inRole('data_steward', HOUSING));
  const { path, layout, period } = await exportOf(HOUSING_SOURCE);
  const datasetId = await datasetNamed(session, labId, HOUSING_SOURCE);
  const { mapping } = layout;
  const custody = (await keyCustodyOf(session, labId))!;
  const prepared = await prepareLoad(path, `${path}.ndjson`, {
    mapping,
    region: await regionOfLab(session, labId),
    organisationKey: new TextEncoder().encode('a key of the story'),
    today: today(),
    keys: {
      datasetId,
      sealingKey: custody.sealingKey,
      pseudonymise: pseudonymsOf(session, custody, { pins: keyPinsInMemory() }),
    },
  });
  await session.ask('mutation ($id: ID!, $mapping: JSON!) { saveMapping(datasetId: $id, mapping: $mapping) { id } }', {
    id: datasetId,
    mapping,
  });
  const load = await deliverLoad(session, datasetId, prepared, [period]);
  if (load.state !== 'accepted') throw new Error(`the load is ${load.state}: ${JSON.stringify(load.issues)}`);
  await session.ask(
    'mutation ($id: ID!, $card: RegistrationCardInput!) { saveRegistrationCard(datasetId: $id, card: $card) { version } }',
    { id: datasetId, card: demoCards.corporation_reports },
  );
  await until('the quality report of the corporation', 60, async () => {
    const { lab } = await session.ask<Loads>(LOADS, { labId });
    return lab.datasets.find(({ id }) => id === datasetId)?.latestLoad?.qualityReport ?? undefined;
  });
  await session.ask(
    'mutation ($id: ID!) { acceptQualityReport(loadId: $id, remark: "Nagekeken; klopt.") { acceptedAt } }',
    { id: load.id },
  );
}

export async function othersSignAgreement(labId: string): Promise<void> {
  for (const organisation of OTHERS) {
    const { subject, email, password } = await accountOf(inRole('privacy_officer', organisation));
    const session = await signIn(subject);
    await signAgreement(labId, () => signInAgainWithPassword(session, email, password));
  }
}

/** The consent of the others to a step that was handed in. */
export async function othersConsent(labId: string, step: Step): Promise<void> {
  for (const session of await inRoleOfOthers('privacy_officer'))
    await session.ask('mutation ($labId: ID!, $step: Step!) { consentToStep(labId: $labId, step: $step) { id } }', {
      labId,
      step,
    });
}
