import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { FixedClock } from '@datalab/domain';
import { httpTransport, type HolderCard, type Transport } from '@datalab/pseudonym';
import type { FastifyInstance } from 'fastify';
import { serviceEnv } from '../env.js';
import { createLog } from '../http/log.js';
import { createKeyService } from '../key-service.js';
import { runOperator } from '../operator/run-operator.js';
import { createTestDatabase, type TestDatabase } from './test-database.factory.js';
import { createTestIssuer, type TestIssuer } from './test-issuer.factory.js';

export const AUDIENCE = 'https://keys.example';
const randomHex = (): string => randomBytes(32).toString('hex');

/** A whole key service over its own database: server, operator, one listed issuer, log lines. */
export interface TestKeyService {
  readonly database: TestDatabase;
  readonly clock: FixedClock;
  readonly server: FastifyInstance;
  readonly issuer: TestIssuer;
  readonly variables: Record<string, string>;
  /** Every line that was logged, as text. */
  readonly lines: string[];
  operate(...typed: string[]): Promise<unknown>;
  /** Lists a lab and gives its card, with the address that the transport takes. */
  addLab(labId: string): Promise<HolderCard & { url: string }>;
  /** Lists an organisation in a lab. */
  addMember(labId: string, organisationId: string, perDay: number): Promise<void>;
  token(organisationId: string, labId: string, claims?: Record<string, unknown>): Promise<string>;
  /** Asks this service as an organisation, through the whole of HTTP. */
  transport(organisationId: string, labId: string): Transport;
  close(): Promise<void>;
}

export async function createTestKeyService(adminUrl: string, holderId = 'holder-a'): Promise<TestKeyService> {
  const database = await createTestDatabase(adminUrl);
  const folder = await mkdtemp(join(tmpdir(), 'keyservice-'));
  const clock = new FixedClock(new Date('2026-11-20T12:00:00Z'));
  const issuer = await createTestIssuer('https://identity.example');
  const variables: Record<string, string> = {
    NODE_ENV: 'test',
    KEYSERVICE_HOLDER_ID: holderId,
    KEYSERVICE_AUDIENCE: AUDIENCE,
    KEYSERVICE_ALLOWED_ORIGINS: 'https://platform.example',
    KEYSERVICE_DATABASE_URL: database.serviceUrl,
    KEYSERVICE_OWNER_DATABASE_URL: database.ownerUrl,
    KEYSERVICE_WRAPPING_KEY: randomHex(),
    KEYSERVICE_SIGNING_KEY: randomHex(),
  };
  const lines: string[] = [];
  const log = createLog('trace', { write: (line) => void lines.push(line) });
  const server = await createKeyService({ ...serviceEnv(variables), pool: database.service, clock, log });
  const rng = (length: number) => new Uint8Array(randomBytes(length));
  const operate = (...typed: string[]) => runOperator([...typed, '--operator', 'test'], { variables, clock, rng });

  const keys = join(folder, 'jwks.json');
  await writeFile(keys, JSON.stringify(issuer.jwks));
  await operate('add-issuer', '--issuer', issuer.issuer, '--jwks-file', keys);
  const token = (organisationId: string, labId: string, claims = {}) => {
    const now = Math.floor(clock.now().getTime() / 1000);
    return issuer.token({
      iss: issuer.issuer,
      aud: AUDIENCE,
      iat: now,
      exp: now + 300,
      organisation_id: organisationId,
      lab_id: labId,
      ...claims,
    });
  };
  return {
    database,
    clock,
    server,
    issuer,
    variables,
    lines,
    operate,
    token,
    async addLab(labId) {
      return { ...((await operate('add-lab', '--lab', labId)) as HolderCard), url: `http://${holderId}` };
    },
    async addMember(labId, organisationId, perDay) {
      const organisation = ['--organisation', organisationId];
      const listed = await database.owner.query('select 1 from organisation where organisation_id = $1', [
        organisationId,
      ]);
      if (listed.rowCount === 0) await operate('add-organisation', ...organisation, '--issuer', issuer.issuer);
      await operate('set-budget', '--lab', labId, ...organisation, '--per-day', String(perDay));
    },
    transport: (organisationId, labId) =>
      httpTransport(async (url, body) => {
        const answer = await server.inject({
          method: 'POST',
          url,
          body,
          headers: {
            'content-type': 'application/json',
            authorization: `Bearer ${await token(organisationId, labId)}`,
          },
        });
        return { status: answer.statusCode, body: answer.body };
      }),
    async close() {
      await server.close();
      await database.drop();
      await rm(folder, { recursive: true });
    },
  };
}
