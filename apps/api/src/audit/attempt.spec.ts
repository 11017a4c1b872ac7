import { describe, expect, it } from '@jest/globals';
import { attemptOn } from './attempt.js';

const A = '0198aaaa-0000-7000-8000-000000000001';
const B = '0198AAAA-0000-7000-8000-00000000000B';

describe('an attempt', () => {
  it('names the object before the lab, also in an input', () => {
    expect(attemptOn('loads', { labId: A, datasetId: B, first: 50 })).toEqual({
      action: 'attempt.loads',
      objectKind: 'dataset',
      objectId: B.toLowerCase(),
      labId: A,
    });
    expect(attemptOn('endApiClient', { input: { apiClientId: A } })).toMatchObject({ objectKind: 'api-client' });
    expect(attemptOn('load', { id: A })).toMatchObject({ objectKind: 'object', objectId: A });
    expect(attemptOn('members', { labId: A })).toEqual({
      action: 'attempt.members',
      objectKind: 'lab',
      objectId: A,
      labId: A,
    });
  });

  it('takes over nothing that is no id: no text, no pseudonym, no word in the place of one', () => {
    const nothing = { action: 'attempt.withdrawLoad', objectKind: 'operation', objectId: 'none' };
    expect(attemptOn('withdrawLoad', { id: 'Jan Jansen', reason: A, bid: 'c0ffee00'.repeat(8) })).toEqual(nothing);
    expect(attemptOn('withdrawLoad', { input: null, id: 7 })).toEqual(nothing);
  });
});
