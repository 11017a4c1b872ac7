import { describe, expect, it } from '@jest/globals';
import { datasetPurposeRefusals } from './dataset-purpose.js';

describe('datasetPurposeRefusals', () => {
  it('names every source that was promised for other purposes alone', () => {
    const refusals = datasetPurposeRefusals('deploy_people_and_means', [
      { name: 'Wijkteam', purposes: ['fit_support_to_need'] },
      { name: 'Politie', purposes: ['understand_nuisance', 'deploy_people_and_means'] },
      { name: 'Van de beheerder', purposes: null },
    ]);
    expect(refusals.map(({ words }) => words.nl)).toEqual([expect.stringContaining('"Wijkteam"')]);
    expect(refusals[0]).toMatchObject({ clause: 'purpose', code: 'purpose' });
  });
});
