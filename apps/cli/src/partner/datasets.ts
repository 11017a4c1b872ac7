import type { PlatformSession } from '@datalab/client';
import { EXIT, Stop } from './exit-codes.js';
import type { Words } from './words.js';

/** A dataset of the partner's own organisation, with its lab. */
export interface OwnDataset {
  id: string;
  name: string;
  kind: 'records' | 'counts' | 'provision_use';
  mapping: unknown;
  labId: string;
  labName: string;
  latestLoad: { id: string; state: string; revision: number; createdAt: string; rowsProcessed: number } | null;
}

interface Answer {
  me: { name: string; organisation: { id: string; name: string } };
  labs: {
    id: string;
    name: string;
    datasets: (Omit<OwnDataset, 'labId' | 'labName'> & { organisation: { id: string } })[];
  }[];
}

const QUESTION = `query { me { name organisation { id name } } labs { id name datasets {
  id name kind mapping organisation { id } latestLoad { id state revision createdAt rowsProcessed } } } }`;

/** Who this is, and the datasets that their organisation delivers to, over all its labs. */
export async function ownDatasets(
  session: PlatformSession,
): Promise<{ me: Answer['me']; organisationId: string; datasets: OwnDataset[] }> {
  const { me, labs } = await session.ask<Answer>(QUESTION);
  const organisationId = me.organisation.id;
  const datasets = labs.flatMap((lab) =>
    lab.datasets
      .filter(({ organisation }) => organisation.id === organisationId)
      .map(({ id, name, kind, mapping, latestLoad }) => ({
        id,
        name,
        kind,
        mapping,
        latestLoad,
        labId: lab.id,
        labName: lab.name,
      })),
  );
  return { me, organisationId, datasets };
}

/** The dataset of this id or name; the only one where none is named. Stops with `usage` where that is not one. */
export function datasetNamed(datasets: readonly OwnDataset[], name: string | undefined, words: Words): OwnDataset {
  const found = name === undefined ? datasets : datasets.filter((one) => one.id === name || one.name === name);
  if (found.length === 0) throw new Stop(EXIT.usage, words.noDataset(name ?? ''));
  if (found.length > 1) throw new Stop(EXIT.usage, words.manyDatasets(name ?? ''));
  return found[0]!;
}
