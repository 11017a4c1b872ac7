import { describe, expect, it } from '@jest/globals';
import type { Lab } from '../../gql/types.js';
import { inventoryRows } from './inventory-rows.js';

const organisation = (id: string) => ({ id, name: `Organisatie ${id}`, type: 'other' as const });
const lab = {
  participants: ['a', 'b', 'c'].map((id) => ({
    organisation: organisation(id),
    roles: [],
    delivered: false,
    lastDeliveryOn: null,
  })),
  datasets: [
    { id: 'a1', name: 'Meldingen', organisation: organisation('a') },
    { id: 'a2', name: 'Tellingen', organisation: organisation('a') },
    { id: 'b1', name: 'Dossiers', organisation: organisation('b') },
  ],
} as unknown as Pick<Lab, 'participants' | 'datasets'>;
const nothing = (organisationId: string, datasetId: string | null) => ({
  id: `${organisationId} ${datasetId}`,
  organisationId,
  datasetId,
  reason: 'Registreren wij niet.',
  declaredAt: '2024-06-01T00:00:00Z',
});
const rowsOf = (...args: Parameters<typeof inventoryRows>) =>
  inventoryRows(...args).map((row) => [row.datasetId, row.isDelivered, row.quality, row.nothing?.id, row.isOwing]);

describe('the inventory', () => {
  it('has a line for every dataset and for who promised none', () => {
    expect(rowsOf(lab, [], [], [])).toEqual([
      ['a1', false, 'none', undefined, true],
      ['a2', false, 'none', undefined, true],
      ['b1', false, 'none', undefined, true],
      [null, false, 'none', undefined, false],
    ]);
  });

  it('takes what was declared of one dataset, or of all, until it is delivered all the same', () => {
    const declared = [nothing('a', 'a2'), nothing('b', null), nothing('c', null)];
    const summaries = [
      { datasetId: 'a1', acceptedAt: '2024-06-01T00:00:00Z' },
      { datasetId: 'b1', acceptedAt: null },
    ];
    expect(rowsOf(lab, declared, [], summaries)).toEqual([
      ['a1', true, 'accepted', undefined, true],
      ['a2', false, 'none', 'a a2', false],
      ['b1', true, 'waiting', undefined, true],
      [null, false, 'none', 'c null', false],
    ]);
  });

  it('says where each organisation stands with its signature', () => {
    const standings = [{ organisationId: 'a', standing: 'outdated' as const }];
    expect(inventoryRows(lab, [], standings, []).map(({ signed }) => signed)).toEqual([
      'outdated',
      'outdated',
      'unsigned',
      'unsigned',
    ]);
  });
});
