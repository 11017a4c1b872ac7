import type { PlatformSession } from '../platform-session.js';
import { until } from './until.js';

interface Looked {
  lab: {
    picture: { refreshing: boolean; sources: { dataset: { id: string } }[] } | null;
    datasets: { id: string; kind: string; latestLoad: { state: string } | null }[];
  };
}

const LOOK = `query ($labId: ID!) { lab(id: $labId) { picture { refreshing sources { dataset { id } } }
  datasets { id kind latestLoad { state } } } }`;
const LONGEST_SECONDS = 600;

/** Waits until the picture of a lab holds all that was delivered: until then an analysis would be of a part of it. */
export async function waitForPicture(session: PlatformSession, labId: string): Promise<void> {
  await until('the picture of all that was delivered', LONGEST_SECONDS, async () => {
    const { picture, datasets } = (await session.ask<Looked>(LOOK, { labId })).lab;
    const delivered = datasets.filter(
      ({ kind, latestLoad }) => kind !== 'provision_use' && latestLoad?.state === 'accepted',
    );
    const isThere = (id: string) => picture?.sources.some(({ dataset }) => dataset.id === id) === true;
    return picture?.refreshing === false && delivered.every(({ id }) => isThere(id)) ? true : undefined;
  });
}
