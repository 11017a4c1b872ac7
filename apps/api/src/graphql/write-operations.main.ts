import { writeFileSync } from 'node:fs';
import { printOperations } from './collect-operations.js';

/**
 * Writes operations.json anew, after a change of what a screen or the client library asks:
 * `node_modules/.bin/node --import ./infra/dev/typescript-loader.mjs apps/api/src/graphql/write-operations.main.ts`
 */
writeFileSync(new URL('../../operations.json', import.meta.url), printOperations());
