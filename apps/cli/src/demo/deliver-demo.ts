import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import {
  deliverLoad,
  keyCustodyOf,
  keyPinsInMemory,
  prepareLoad,
  pseudonymsOf,
  regionOfLab,
  signInWithPassword,
  type PlatformSession,
} from '@datalab/client';
import { partnerBytes, partnerLayouts, type PartnerFile } from '@datalab/demo';
import type { RegionContext } from '@datalab/intake';
import type { DemoAccount } from './demo-accounts.js';

interface LabAnswer {
  lab: {
    datasets: {
      id: string;
      name: string;
      organisation: { name: string };
      mapping: unknown;
      latestLoad: { state: string } | null;
    }[];
  };
}

const LAB = `query ($labId: ID!) { lab(id: $labId) {
  datasets { id name organisation { name } mapping latestLoad { state } } } }`;

/** A file of the demo with who delivers it and to which dataset. */
export interface DemoDelivery {
  file: PartnerFile;
  datasetName: string;
  steward: DemoAccount;
}

/**
 * Delivers the demo's files as the partners' stewards would, two at a time: each signs in, reads its own file here, and uploads what came of it.
 * A dataset that has an accepted load is left as it is.
 */
export async function deliverDemo(
  baseUrl: string,
  labId: string,
  deliveries: readonly DemoDelivery[],
  organisationKey: Uint8Array,
  print: (line: string) => void,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'datalab-demo-'));
  let region: Promise<RegionContext> | undefined;
  const desk: Desk = {
    labId,
    folder,
    organisationKey,
    // Every steward of the demo sits at this one computer: what one of them saw first holds for all.
    pins: keyPinsInMemory(),
    regionFor: (session) => (region ??= regionOfLab(session, labId)),
    print,
  };
  const waiting = [...deliveries];
  const steward = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await deliverOne(baseUrl, next, desk);
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, steward));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** While the key holder works for one file, this process reads another: more would only wait for the same two. */
const AT_ONCE = 2;

/** What the stewards of the demo share. */
interface Desk {
  labId: string;
  folder: string;
  organisationKey: Uint8Array;
  pins: ReturnType<typeof keyPinsInMemory>;
  regionFor: (session: PlatformSession) => Promise<RegionContext>;
  print: (line: string) => void;
}

async function deliverOne(baseUrl: string, { file, datasetName, steward }: DemoDelivery, desk: Desk): Promise<void> {
  const { labId, organisationKey, pins } = desk;
  const session = await signInWithPassword(baseUrl, steward.email, steward.password);
  const { lab } = await session.ask<LabAnswer>(LAB, { labId });
  const dataset = lab.datasets.find(
    (row) => row.name === datasetName && row.organisation.name === steward.organisation,
  );
  if (dataset === undefined) throw new Error(`the demo lab has no dataset "${datasetName}" of ${steward.organisation}`);
  const { mapping } = partnerLayouts.find(({ key }) => key === file.dataset)!;
  // What an earlier version delivered under another mapping is delivered again.
  if (dataset.latestLoad?.state === 'accepted' && isDeepStrictEqual(dataset.mapping, asJson(mapping))) return;
  const region = await desk.regionFor(session);
  const custody = await keyCustodyOf(session, labId);
  const raw = join(desk.folder, file.name);
  await writeFile(raw, partnerBytes(file));
  const prepared = await prepareLoad(raw, `${raw}.ndjson`, {
    mapping,
    region,
    organisationKey,
    today: new Date().toISOString().slice(0, 10),
    ...(custody && {
      keys: {
        datasetId: dataset.id,
        sealingKey: custody.sealingKey,
        pseudonymise: pseudonymsOf(session, custody, { pins }),
      },
    }),
  });
  if (!prepared.result.acceptable)
    throw new Error(`the demo file of ${datasetName} is not acceptable: ${JSON.stringify(prepared.result.issues)}`);
  await session.ask('mutation ($id: ID!, $mapping: JSON!) { saveMapping(datasetId: $id, mapping: $mapping) { id } }', {
    id: dataset.id,
    mapping,
  });
  const load = await deliverLoad(session, dataset.id, prepared, [file.period]);
  if (load.state !== 'accepted')
    throw new Error(`the load of ${datasetName} was ${load.state}: ${JSON.stringify(load.issues)}`);
  desk.print(`${steward.organisation}: ${load.totals!.rows} rows of ${datasetName} accepted`);
}

/** As it comes back from the platform: what is undefined is not there. */
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;
