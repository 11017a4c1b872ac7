import type { Database } from '@datalab/data';
import type { AppParts } from '../app.module.js';
import { TestApp } from '../testing/test-app.factory.js';
import type { MatrixWorld } from './world.js';

/** Of the programs of the matrix: the name of its column is the token of each. */
const BEARER_TOKENS: AppParts['bearerTokens'] = {
  verify: (token) => Promise.resolve({ issuer: 'https://identity.test', subject: token, clientId: token }),
};

const ENV = {
  LIMIT_PERSON_PER_MINUTE: '100000',
  LIMIT_ORGANISATION_PER_MINUTE: '1000000',
  // Everything that a platform with keys has.
  SEALING_PUBLIC_KEY: '4'.repeat(64),
  CALLER_TOKEN_KEY: '5'.repeat(64),
  CALLER_TOKEN_ISSUER: 'https://matrix.test',
  CALLER_TOKEN_AUDIENCE: 'https://holder.test',
};

/** The api over the world of the matrix: no limits on how much is asked, a key for caller tokens, programs known by name. */
export const startMatrixApp = (
  world: MatrixWorld,
  database: Database,
  parts: Partial<AppParts> = {},
  env: NodeJS.ProcessEnv = {},
): Promise<TestApp> =>
  TestApp.start({
    url: world.database.urls.apiUrl,
    parts: { bearerTokens: BEARER_TOKENS, ...parts, database },
    env: { ...ENV, ...env },
  });
