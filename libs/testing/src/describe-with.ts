import { describe } from '@jest/globals';
import { hasDatabase, hasQueue } from './test-servers.js';

/** `describe`, skipped and counted where there is no PostgreSQL for tests. */
export const describeWithDatabase = hasDatabase ? describe : describe.skip;

/** `describe`, skipped and counted where PostgreSQL or Redis is not there. */
export const describeWithQueue = hasQueue ? describe : describe.skip;
