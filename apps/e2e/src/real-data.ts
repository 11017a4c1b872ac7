import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe } from '@jest/globals';

const FOLDER = new URL('../../../../shared/data/', import.meta.url);

/** The path of a real file. They lie beside a developer's checkout, not in it: their licences differ. */
export const realFile = (name: string): string => fileURLToPath(new URL(name, FOLDER));

/** Stories with real files; skipped, and counted as skipped, where these are not. */
export const describeWithRealData = existsSync(FOLDER) ? describe : describe.skip;
