import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Database, SessionRepository } from '@datalab/data';
import type { ScratchLab } from './scratch-lab.js';

const SCRIPT = fileURLToPath(new URL('../../../api/src/main.ts', import.meta.url));
const LOADER = new URL('../../../../infra/dev/typescript-loader.mjs', import.meta.url).href;
const PATIENCE_MS = 60_000;

/** A whole api in a process of its own over the database of a scratch lab, with a session of its steward. */
export interface ScratchApi {
  url: string;
  /** The session, as a browser sends it. */
  cookie: string;
  stop: () => Promise<void>;
}

/** Starts it and waits until it is ready. */
export async function startScratchApi(lab: ScratchLab, apiUrl: string): Promise<ScratchApi> {
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
      OIDC_CLIENT_ID: 'scratch',
      OIDC_CLIENT_SECRET: 'scratch',
      SESSION_SECRET: randomBytes(32).toString('hex'),
      UPLOAD_DIR: lab.folder,
      WEB_DIR: web,
      // One steward does here in a minute what a whole lab does in a day.
      LIMIT_PERSON_PER_MINUTE: '100000',
      LIMIT_ORGANISATION_PER_MINUTE: '100000',
    },
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
  };
  try {
    await untilReady(`${url}/health/ready`);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, cookie: `datalab_session=${secret}`, stop };
}

async function openSession(apiUrl: string, personId: string, secret: string): Promise<void> {
  const database = await Database.connect({ url: apiUrl, name: 'datalab scratch', poolSize: 1 });
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
    if (Date.now() > until) throw new Error('the scratch api did not start');
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
