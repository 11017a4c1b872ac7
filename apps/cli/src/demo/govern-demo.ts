import { signInWithPassword, type PlatformSession } from '@datalab/client';
import { demoCards } from '@datalab/demo';
import type { DemoDelivery } from './deliver-demo.js';

interface DatasetAnswer {
  id: string;
  name: string;
  organisation: { name: string };
  latestLoad: { id: string; qualityReport: { acceptedAt: string | null } | null } | null;
}

const DATASETS = `query ($labId: ID!) { lab(id: $labId) {
  datasets { id name organisation { name } latestLoad { id qualityReport { acceptedAt } } } } }`;
const CARDS = 'query ($id: ID!) { registrationCards(datasetId: $id) { version } }';
const SAVE =
  'mutation ($id: ID!, $card: RegistrationCardInput!) { saveRegistrationCard(datasetId: $id, card: $card) { version } }';
const ACCEPT =
  'mutation ($id: ID!, $remark: String) { acceptQualityReport(loadId: $id, remark: $remark) { acceptedAt } }';

const LOOK_EVERY_MS = 500;
const LONGEST_WAIT_MS = 30_000;

/** The demo's stewards write their registration cards and accept what the worker says of their loads; what is there already is left. */
export async function governDemo(baseUrl: string, labId: string, deliveries: readonly DemoDelivery[]): Promise<void> {
  for (const { file, datasetName, steward } of deliveries) {
    const session = await signInWithPassword(baseUrl, steward.email, steward.password);
    const find = async (): Promise<DatasetAnswer> => {
      const { lab } = await session.ask<{ lab: { datasets: DatasetAnswer[] } }>(DATASETS, { labId });
      return lab.datasets.find(
        ({ name, organisation }) => name === datasetName && organisation.name === steward.organisation,
      )!;
    };
    const { id } = await find();
    const { registrationCards } = await session.ask<{ registrationCards: unknown[] }>(CARDS, { id });
    if (registrationCards.length === 0) await session.ask(SAVE, { id, card: demoCards[file.dataset] });
    await acceptReport(session, find);
  }
}

/** Waits for the worker's report, which follows the load. */
async function acceptReport(session: PlatformSession, find: () => Promise<DatasetAnswer>): Promise<void> {
  const until = Date.now() + LONGEST_WAIT_MS;
  for (;;) {
    const { latestLoad } = await find();
    if (latestLoad === null || latestLoad.qualityReport?.acceptedAt != null) return;
    if (latestLoad.qualityReport !== null) {
      await session.ask(ACCEPT, { id: latestLoad.id, remark: 'Nagekeken; klopt met wat wij weten.' });
      return;
    }
    // A load that an earlier version accepted has none: then there is nothing to accept, and the demo goes on.
    if (Date.now() > until) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
