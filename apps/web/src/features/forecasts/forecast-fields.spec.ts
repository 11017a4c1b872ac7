import { describe, expect, it } from '@jest/globals';
import { emptyForm, faultsOf, inputOf } from './forecast-fields.js';

const filled = {
  ...emptyForm(),
  shellId: 'a',
  title: 'Uren',
  goal: 'Uren verdelen',
  purpose: 'p',
  proportionality: 'Alleen aantallen',
  stopsAfter: '2027-01-01',
};

describe('the form of a forecast contract', () => {
  it('asks for what only people can say, and begins with terms that can be sent', () => {
    expect([...faultsOf(emptyForm())].sort()).toEqual([
      'goal',
      'proportionality',
      'purpose',
      'shellId',
      'stopsAfter',
      'title',
    ]);
    expect(faultsOf(filled).size).toBe(0);
  });

  it('reads percentages with a comma or a point, and sends fractions', () => {
    const { terms } = inputOf({ ...filled, leastGain: '2,5', mostAmplification: '1.2' });
    expect(terms).toMatchObject({ leastGain: 0.025, mostAmplification: 1.2, coverageLeast: 0.7 });
  });

  it.each([
    ['leastGain', '-1'],
    ['leastGain', 'veel'],
    ['coverageLeast', '85'],
    ['coverageMost', '100'],
    ['mostAmplification', '0,9'],
    ['attentionShare', ''],
  ] as const)('refuses %s of "%s"', (field, value) => {
    expect([...faultsOf({ ...filled, [field]: value })]).toEqual([field]);
  });
});
