import { describe, expect, it } from '@jest/globals';
import { savedMappingFor } from './saved-mapping.js';

const saved = {
  format: 'datalab-mapping/1',
  kind: 'records',
  occurredOn: { column: 'Datum', format: 'day_first' },
  category: { column: 'Soort' },
  categories: { vocabulary: { name: 'eigen', version: '1' }, codes: { column: 'noise' } },
  area: { by: 'address', postcode: 'PC', number: 'Nr' },
};

describe('the saved mapping', () => {
  it('is used again for a file of the same layout, whatever its capitals and order', () => {
    expect(savedMappingFor(saved, 'records', ['nr', 'soort', 'PC', 'datum', 'Extra'])).toMatchObject({
      kind: 'records',
    });
  });
  it('is not used for a file without one of its columns', () => {
    expect(savedMappingFor(saved, 'records', ['Datum', 'Soort', 'PC'])).toBeUndefined();
  });
  it('is not used for another kind of dataset, or when it is none', () => {
    expect(savedMappingFor(saved, 'counts', ['Datum', 'Soort', 'PC', 'Nr'])).toBeUndefined();
    expect(savedMappingFor(null, 'records', ['Datum'])).toBeUndefined();
  });
});
