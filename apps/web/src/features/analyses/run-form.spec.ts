import { describe, expect, it } from '@jest/globals';
import { faultsOf, fieldsOf, optionsOf, startOf } from './run-form.js';

const words = { nl: 'Gebieden', en: 'Areas' };
const schema = {
  type: 'object',
  properties: {
    areas: { type: 'array', items: { type: 'string' }, minItems: 1, words, of: 'area' },
    level: { type: 'number', minimum: 0.001, maximum: 0.2, default: 0.05, words },
    permutations: { type: 'integer', minimum: 99, maximum: 999, default: 199, words },
    days: { type: 'array', items: { type: 'integer' }, default: [7, 14], words },
    kernel: { type: 'string', enum: ['a', 'b'], default: 'a', words, values: { a: words, b: words } },
    trend: { type: 'boolean', default: false, words },
    since: { type: 'string', words, of: 'period' },
    share: { type: 'number', minimum: 0.5 },
  },
  required: ['areas', 'since'],
};
const fields = fieldsOf(schema);

describe('the form of a run', () => {
  it('asks for every option of the schema, in its words or else by its name', () => {
    expect(fields.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      'areas codes',
      'level number',
      'permutations number',
      'days numbers',
      'kernel one-of',
      'trend yes-no',
      'since code',
      'share number',
    ]);
    expect(fields.at(-1)!.words).toEqual({ nl: 'share', en: 'share' });
    expect(fields[0]).toMatchObject({ of: 'area', isRequired: true, words });
  });

  it('begins with what the method does of itself, and sends that as it was', () => {
    const start = startOf(schema);
    expect([...faultsOf(fields, start)]).toEqual(['areas', 'since']);
    const filled = { ...start, areas: ['B1', 'B2'], since: '2024-09' };
    expect(faultsOf(fields, filled).size).toBe(0);
    expect(optionsOf(fields, filled)).toEqual({
      areas: ['B1', 'B2'],
      level: 0.05,
      permutations: 199,
      days: [7, 14],
      kernel: 'a',
      trend: false,
      since: '2024-09',
    });
  });

  it.each([
    ['level', '0,3'],
    ['level', 'x'],
    ['permutations', '99,5'],
    ['permutations', ''],
    ['days', '7, soon'],
    ['areas', []],
  ])('knows %s = %j for what it is', (name, value) => {
    const fault = faultsOf(fields, { ...startOf(schema), [name]: value }).has(name);
    // Left empty, a number that has a default is the method's own.
    expect(fault).toBe(value !== '');
  });

  it('reads a comma as a Dutch decimal, and numbers with commas between them', () => {
    expect(optionsOf(fields, { level: '0,01', days: '3, 5;9' })).toEqual({ level: 0.01, days: [3, 5, 9] });
  });
});
