// Writes src/noise/perturbation-table.ts. Run from the root of the workspace:
//   SWC_NODE_PROJECT=tsconfig.node.json node --import @swc-node/register/esm-register libs/disclosure/scripts/build-perturbation-table.mjs
import { writeFileSync } from 'node:fs';
import { URL } from 'node:url';
import { buildPerturbationTable, PLATFORM_NOISE } from '../src/noise/build-perturbation-table.ts';

const table = buildPerturbationTable(PLATFORM_NOISE);
const rows = table.rows
  .map((row, count) => `    // ${count}\n    { noise: [${row.noise.join(', ')}], upTo: [${row.upTo.join(', ')}] },`)
  .join('\n');
writeFileSync(
  new URL('../src/noise/perturbation-table.ts', import.meta.url),
  `// Written by scripts/build-perturbation-table.mjs; a test builds it again. Do not edit.
import type { PerturbationTable } from './build-perturbation-table.js';

/** The platform's table: noise at most ${table.max}, variance ${table.variance}, mean 0; one row per count, the last for all larger ones. */
export const PERTURBATION_TABLE: PerturbationTable = {
  max: ${table.max},
  variance: ${table.variance},
  rows: [
${rows}
  ],
};
`,
);
