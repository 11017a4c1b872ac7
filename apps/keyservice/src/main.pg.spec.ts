import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { GENERATED_MARK } from './env.js';
import { ADMIN_URL, createTestDatabase, type TestDatabase } from './testing/test-database.factory.js';

const file = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

(ADMIN_URL === undefined ? describe.skip : describe)('the key service as a process of its own', () => {
  let database: TestDatabase;
  const running: ChildProcess[] = [];

  beforeAll(async () => {
    database = await createTestDatabase(String(ADMIN_URL));
  });
  afterEach(() => {
    for (const child of running.splice(0)) child.kill('SIGKILL');
  });
  afterAll(async () => database.drop());

  const key = randomBytes(32).toString('hex');
  const environment = (more: Record<string, string> = {}) => ({
    PATH: process.env.PATH,
    SWC_NODE_PROJECT: file('../../../tsconfig.node.json'),
    KEYSERVICE_HOLDER_ID: 'holder-a',
    KEYSERVICE_AUDIENCE: 'https://keys.example',
    KEYSERVICE_PORT: '0',
    KEYSERVICE_DATABASE_URL: database.serviceUrl,
    KEYSERVICE_OWNER_DATABASE_URL: database.ownerUrl,
    KEYSERVICE_WRAPPING_KEY: key,
    KEYSERVICE_SIGNING_KEY: randomBytes(32).toString('hex'),
    ...more,
  });
  function run(script: string, args: readonly string[], env: Record<string, string | undefined>): ChildProcess {
    const child = spawn(process.execPath, ['--import', '@swc-node/register/esm-register', file(script), ...args], {
      env,
      cwd: file('../../..'),
    });
    running.push(child);
    return child;
  }
  async function finished(child: ChildProcess) {
    const [out, err] = [child.stdout, child.stderr].map((stream) => {
      const chunks: string[] = [];
      stream?.on('data', (chunk) => chunks.push(String(chunk)));
      return chunks;
    });
    const [code] = (await once(child, 'close')) as [number];
    return { code, out: out?.join('') ?? '', err: err?.join('') ?? '' };
  }

  it('migrates, listens, serves what its operator added, and stops when asked', async () => {
    const added = await finished(run('operator.ts', ['add-lab', '--lab', 'own', '--operator', 'anna'], environment()));
    expect([added.code, added.err]).toEqual([0, '']);
    const child = run('main.ts', [], environment());
    const events: { event: string; address?: { port: number } }[] = [];
    for await (const line of createInterface({ input: child.stdout! })) {
      events.push(JSON.parse(line));
      if (events.at(-1)?.event === 'service.listening') break;
    }
    const port = events.at(-1)?.address?.port;
    const card = await fetch(`http://127.0.0.1:${port}/v1/labs/own/key`);
    expect(await card.json()).toMatchObject(JSON.parse(added.out) as object);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('refuses to start with a generated secret in production, and tells no secret', async () => {
    const generated = { NODE_ENV: 'production', KEYSERVICE_WRAPPING_KEY: GENERATED_MARK + key };
    const refused = await finished(run('main.ts', [], environment(generated)));
    expect(refused.code).not.toBe(0);
    expect(refused.err).toContain('refused with NODE_ENV=production');
    expect(refused.err + refused.out).not.toContain(key);
  });

  it('refuses to start over a database that its operator has not migrated', async () => {
    await database.owner.query("delete from schema_migration where name = '0003-service-role.sql'");
    const behind = await finished(run('main.ts', [], environment({ KEYSERVICE_OWNER_DATABASE_URL: '' })));
    expect([behind.code, behind.out]).toEqual([1, expect.stringContaining('database.behind')]);
  });

  it('tells the operator what was typed wrong, with exit code 2', async () => {
    const wrong = await finished(run('operator.ts', ['add-lab', '--operator', 'anna'], environment()));
    expect([wrong.code, wrong.err]).toEqual([2, '--lab is missing.\n']);
  });
});
