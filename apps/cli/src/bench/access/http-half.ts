import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Database, SessionRepository } from '@datalab/data';
import type { ScratchLab } from '../../intake/scratch-lab.js';
import { median } from './bench-access.js';

const SCRIPT = fileURLToPath(new URL('../../../../api/src/main.ts', import.meta.url));
const LOADER = new URL('../../../../../infra/dev/typescript-loader.mjs', import.meta.url).href;
const REQUESTS = 40;
const PATIENCE_MS = 60_000;

/** Median time in milliseconds of the same list through a whole api in a process of its own: session, rules, policies, names and totals included. */
export async function timeHttp(lab: ScratchLab, apiUrl: string, first: number): Promise<number> {
  const port = await freePort();
  const web = join(lab.folder, 'web');
  await mkdir(web, { recursive: true });
  await writeFile(join(web, 'index.html'), '<!doctype html>');
  const secret = randomBytes(32).toString('base64url');
  await openSession(apiUrl, lab.stewardId, secret);
  const url = `http://localhost:${port}`;
  const child = spawn(process.execPath, ['--import', LOADER, SCRIPT], {
    stdio: 'inherit',
    env: {
      ...process.env,
      NODE_ENV: 'test',
      LOG_LEVEL: 'error',
      PORT: String(port),
      PUBLIC_URL: url,
      DATABASE_API_URL: apiUrl,
      OIDC_ISSUER: 'https://identity.invalid',
      OIDC_CLIENT_ID: 'bench',
      OIDC_CLIENT_SECRET: 'bench',
      SESSION_SECRET: randomBytes(32).toString('hex'),
      UPLOAD_DIR: lab.folder,
      WEB_DIR: web,
    },
  });
  try {
    await untilReady(`${url}/health/ready`);
    const times: number[] = [];
    for (let n = 0; n < REQUESTS; n += 1) times.push(await timeOne(url, secret, lab.labId, first));
    return median(times.slice(5));
  } finally {
    child.kill('SIGTERM');
  }
}

async function timeOne(url: string, secret: string, labId: string, first: number): Promise<number> {
  const query = `query ($labId: ID!, $first: Int!) { loads(labId: $labId, first: $first) { total items { id revision state } } }`;
  const started = performance.now();
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-datalab': '1', cookie: `datalab_session=${secret}` },
    body: JSON.stringify({ query, variables: { labId, first } }),
  });
  const { data } = (await response.json()) as { data?: { loads?: { items: unknown[] } } };
  if (data?.loads?.items.length !== first) throw new Error('the api did not answer with the list');
  return performance.now() - started;
}

async function openSession(apiUrl: string, personId: string, secret: string): Promise<void> {
  const database = await Database.connect({ url: apiUrl, name: 'datalab bench', poolSize: 1 });
  try {
    const hash = createHash('sha256').update(secret).digest('hex');
    await new SessionRepository(database).open(hash, personId, 'none', new Date(Date.now() + 3_600_000));
  } finally {
    await database.close();
  }
}

async function untilReady(url: string): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const isReady = await fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    if (Date.now() > until) throw new Error('the api of the bench did not start');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
