import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deliverLoad, PlatformSession } from '@datalab/client';
import { Chance } from '../chance.js';
import { startScratchApi } from '../scratch-api.js';
import type { ScratchLab } from '../scratch-lab.js';
import { startCuttingProxy, type CuttingProxy } from './cutting-proxy.js';
import type { SectionResult } from './sweep.js';

const COVERS = [{ from: '2024-01-01', to: '2024-12-31' }];
const MOST_CUTS = 3;
const PATIENCE_MS = 60_000;

/**
 * Has the real client upload files to a whole api over a connection that is cut at random offsets, up to three times per file, and the
 * worker's service check them. The worker compares the hash of what arrived with what was announced, so an accepted load is the same to the byte.
 */
export async function sweepCutUploads(
  lab: ScratchLab,
  apiUrl: string,
  { uploads, seed }: { uploads: number; seed: number },
  beat: (text: string) => void = () => undefined,
): Promise<SectionResult & { cuts: number }> {
  const api = await startScratchApi(lab, apiUrl);
  const proxy = await startCuttingProxy(api.url);
  const result = { passed: 0, accepted: 0, refused: 0, failures: [] as string[], cuts: 0 };
  try {
    const session = new PlatformSession(proxy.url, api.cookie);
    for (let n = 1; n <= uploads; n += 1) {
      const text = `upload ${n} of seed ${seed}`;
      beat(text);
      const why = await tryUpload(lab, session, proxy, new Chance(seed * 1_000_003 + n));
      if (why === undefined) {
        result.passed += 1;
        result.accepted += 1;
      } else result.failures.push(`${text}: ${why}`);
    }
    result.cuts = proxy.cuts;
  } finally {
    await proxy.close();
    await api.stop();
  }
  return result;
}

async function tryUpload(
  lab: ScratchLab,
  session: PlatformSession,
  proxy: CuttingProxy,
  chance: Chance,
): Promise<string | undefined> {
  await lab.clear();
  const rows = 3_000 + chance.below(9_000);
  const path = join(lab.folder, 'to-cut.ndjson');
  const bytes = Buffer.from(canonicalRows(lab, rows));
  await writeFile(path, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const totals = { rows, inRegion: rows, outsideRegion: 0, noArea: 0, outOfScope: 0, skipped: 0 };
  const before = proxy.cuts;
  const cuts = 1 + chance.below(MOST_CUTS);
  // Each cut falls inside what is still to be sent, whatever the ones before let through.
  const offsets = Array.from({ length: cuts }, () => 2_000 + chance.below(Math.floor(bytes.length / (cuts + 1))));
  const file = { path, bytes: bytes.length, sha256, result: { totals } };
  try {
    const delivered = deliverLoad(session, lab.datasetOf('records'), file, COVERS);
    // The announcement is a small request of its own; the connection is cut while the file goes over it.
    proxy.cutAfter(offsets);
    const [{ state, issues }] = await within(Promise.all([delivered, checkWhenReceived(lab)]));
    if (state !== 'accepted')
      return `the load was ${state}: ${issues.map(({ code, column }) => `${code} ${column}`).join(', ')}`;
    const stored = await lab.countRows();
    if (stored !== rows) return `${stored} of ${rows} rows`;
    return proxy.cuts === before ? 'was never cut' : undefined;
  } catch (error) {
    return `threw ${error instanceof Error ? error.stack : String(error)}`;
  }
}

/** In place of the worker's queue. */
async function checkWhenReceived(lab: ScratchLab): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    const { rows } = await lab.admin.query<{ id: string }>(`select id from load where state = 'received'`);
    if (rows[0] !== undefined) return void (await lab.check(rows[0].id));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function within<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the upload did not come to an end')), PATIENCE_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function canonicalRows({ region, labId }: ScratchLab, rows: number): string {
  const area = [...region.areaCodes].find(([, level]) => level === 'buurt')![0];
  return Array.from({ length: rows }, (_, i) => {
    const row = {
      record_hash: createHash('sha256').update(`${labId} ${i}`).digest('hex'),
      occurred_on: '2024-01-15',
      occurred_precision: 'day',
      source_category: 'lawaai',
      category: 'noise',
      placement: 'in_region',
      area_code: area,
      household_role: 'location',
      address_kind: 'unknown',
    };
    return `${JSON.stringify(row)}\n`;
  }).join('');
}
