import { describe, expect, it } from '@jest/globals';
import { protectModelOutput, type ModelOutput } from './protect-model-output.js';

const output = (over: Partial<ModelOutput> = {}): ModelOutput => ({
  estimates: [{ name: 'near care', estimate: 1.23456, low: 0.0098765, high: -12.345, p: 0.0123 }],
  n: 1234,
  residualDegreesOfFreedom: 100,
  unitsPerLevel: [40, 12],
  ...over,
});

describe('the output of a model', () => {
  it('leaves with two significant digits, p in a band, n rounded, and nothing else', () => {
    expect(protectModelOutput(output(), [])).toEqual({
      state: 'shown',
      n: 1230,
      estimates: [{ name: 'near care', estimate: 1.2, low: 0.0099, high: -12, p: '0.01–0.05' }],
    });
  });

  it.each([
    ['too_few_degrees_of_freedom', { residualDegreesOfFreedom: 9 }, []],
    ['too_few_units_in_a_level', { unitsPerLevel: [40, 9] }, []],
    ['too_close_to_a_released_run', {}, [800, 4]],
  ] as const)('is refused: %s', (rule, over, differing) => {
    expect(protectModelOutput(output(over), differing)).toEqual({ state: 'refused', rule });
  });

  it('may be released again from the same data', () => {
    expect(protectModelOutput(output(), [0, 5]).state).toBe('shown');
  });

  it('says "not defined" as null, not as a number', () => {
    const estimates = [{ name: 'x', estimate: Infinity, low: null, high: Number.NaN, p: null }];
    expect(protectModelOutput(output({ estimates }), [])).toMatchObject({
      estimates: [{ estimate: null, low: null, high: null, p: null }],
    });
  });
});
