import { startScratchApi, type ScratchApi } from '../../intake/scratch-api.js';
import type { ScratchLab } from '../../intake/scratch-lab.js';
import { medianOf } from '../median.js';

const REQUESTS = 40;

/** Median time in milliseconds of the same list through a whole api in a process of its own: session, rules, policies, names and totals included. */
export async function timeHttp(lab: ScratchLab, apiUrl: string, first: number): Promise<number> {
  const api = await startScratchApi(lab, apiUrl);
  try {
    const times: number[] = [];
    for (let n = 0; n < REQUESTS; n += 1) times.push(await timeOne(api, lab.labId, first));
    return medianOf(times.slice(5));
  } finally {
    await api.stop();
  }
}

async function timeOne({ url, cookie }: ScratchApi, labId: string, first: number): Promise<number> {
  const query = `query ($labId: ID!, $first: Int!) { loads(labId: $labId, first: $first) { total items { id revision state } } }`;
  const started = performance.now();
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-datalab': '1', cookie },
    body: JSON.stringify({ query, variables: { labId, first } }),
  });
  const { data } = (await response.json()) as { data?: { loads?: { items: unknown[] } } };
  if (data?.loads?.items.length !== first) throw new Error('the api did not answer with the list');
  return performance.now() - started;
}
