import { describe, expect, it } from '@jest/globals';
import { filterOf, logboekAddress, readAuditSearch } from './audit-search.js';

describe('what the address of the audit log holds', () => {
  it('is taken over where it fits, and left out where it does not', () => {
    expect(readAuditSearch({ from: '2026-01-31', to: 'soon', who: '', action: 'load.read', outcome: 'maybe' })).toEqual(
      {
        from: '2026-01-31',
        action: 'load.read',
      },
    );
    expect(readAuditSearch({ from: '2026-99-99', outcome: 'refused', kind: 7 })).toEqual({ outcome: 'refused' });
  });

  it('includes both days of the period, whole, where the person is', () => {
    const { from, before } = filterOf({ from: '2026-01-30', to: '2026-01-31' });
    expect([from, before]).toEqual([new Date(2026, 0, 30).toISOString(), new Date(2026, 1, 1).toISOString()]);
  });

  it('is what is downloaded', () => {
    expect(logboekAddress('L', {})).toBe('/v1/labs/L/audit/logboek.jsonl');
    expect(logboekAddress('L', { who: 'P', outcome: 'refused' })).toBe(
      '/v1/labs/L/audit/logboek.jsonl?actorId=P&outcome=refused',
    );
  });
});
