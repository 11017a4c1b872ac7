import { expect, it } from '@jest/globals';
import { reopeningCauses, type ValuesGround } from './public-value.js';

const GROUND: ValuesGround = { snapshotDigest: 'd1', sources: 's1', evidence: 'e1', method: '' };

it.each<[string, Partial<ValuesGround>, string[]]>([
  ['nothing', {}, []],
  ['another snapshot of the same sources', { snapshotDigest: 'd2' }, ['new_rows']],
  ['another source', { snapshotDigest: 'd2', sources: 's2' }, ['new_rows', 'new_sources']],
  ['other evidence', { evidence: 'e2' }, ['evidence_moved']],
  ['another method', { method: 'moran-local 2' }, ['method_changed']],
])('%s reopens the answers for its own reason', (_what, change, causes) => {
  expect(reopeningCauses(GROUND, { ...GROUND, ...change })).toEqual(causes);
});
