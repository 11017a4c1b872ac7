import { describe, expect, it } from '@jest/globals';
import { analyse, findMethod, methodNames } from './analyse.js';
import type { CaseTable } from './case/case-table.js';
import { numberColumn, optionalNumberColumn, textColumn } from './case/case-table.js';
import { toPlainJson } from './case/plain-json.js';

const table = (columns: Record<string, (string | null)[]>): CaseTable => ({
  rows: Object.values(columns)[0]?.length ?? 0,
  columns: new Map(Object.entries(columns)),
});
const run = (method: string, columns: Record<string, (string | null)[]>, params: unknown = {}) =>
  analyse(method, { 'input.csv': table(columns) }, params) as Record<string, unknown>;

describe('analyse', () => {
  it('knows its methods by name and nothing else', () => {
    expect(methodNames).toContain('glm_negbin');
    expect(methodNames).toEqual(methodNames.toSorted());
    expect(findMethod('constructor')).toBeUndefined();
    expect(() => run('constructor', {})).toThrow('there is no method constructor');
    expect(() => analyse('rates', {}, {})).toThrow('no file input.csv');
  });

  it('gives every method tolerances to be judged by', () => {
    for (const name of methodNames) expect(findMethod(name)!.tolerances.length).toBeGreaterThan(0);
  });

  it('is deterministic', () => {
    const counts = { unit: ['a', 'b', 'c'], count: ['5', null, '1'] };
    expect(run('gini_lorenz', counts)).toEqual(run('gini_lorenz', counts));
    expect(run('gini_lorenz', counts)).toMatchObject({ units: 2, events: 6 });
  });

  it('says what is wrong with an input', () => {
    expect(() => run('rates', { cases: ['1'], population: ['many'] })).toThrow('"many" is not a number');
    expect(() => run('rates', { cases: ['1'], population: [null] })).toThrow('row 1 is missing');
    expect(() => run('rates', { cases: ['1'] })).toThrow('no column population');
    expect(() => run('capture_single_list', { nbcap: ['0'], freq: ['3'] })).toThrow('nobody is caught 0 times');
    expect(() => run('difference_in_differences', { y: ['1'] }, { kind: 'other' })).toThrow('no kind other');
    expect(() => run('special_functions', { fn: ['nonsense'], a: ['1'], b: [null], c: [null] })).toThrow('nonsense');
  });

  it('leaves out rows with a gap in a regression and says how many', () => {
    const result = run(
      'glm_poisson_offset',
      { y: ['3', '5', null, '2'], n: ['10', '20', '5', '10'], g: ['01', '2.0', '1', null] },
      { response: 'y', exposure: 'n', terms: [{ name: 'g', type: 'factor', levels: ['1', '2'] }] },
    );
    expect(result).toMatchObject({
      terms: ['(Intercept)', 'g2'],
      rows_left_out: 2,
      df_residual: 0,
      dispersion_pearson: null,
    });
  });

  it('gives null, not a number, where nothing is defined', () => {
    expect(run('gini_lorenz', { count: ['0', '0'] })).toMatchObject({ gini: null, events: 0 });
    const zero = run('odds_risk_ratio', {
      stratum: ['all', 'all', 'all'],
      exposed: ['1', '0', '0'],
      outcome: ['0', '1', '0'],
      count: ['5', '3', '9'],
    });
    expect(zero.crude).toMatchObject({ odds_ratio: { estimate: 0, se_log: null }, risk_ratio: { estimate: 0 } });
  });
});

describe('case tables', () => {
  it('never read an empty cell as zero', () => {
    expect(optionalNumberColumn(table({ x: ['', ' ', null, '0'] }), 'x')).toEqual([null, null, null, 0]);
    expect(() => numberColumn(table({ x: [''] }), 'x')).toThrow('missing');
    expect(textColumn(table({ x: ['01'] }), 'x')).toEqual(['01']);
  });
});

describe('toPlainJson', () => {
  it('turns typed arrays into lists and what is not finite into null', () => {
    const value = { a: Float64Array.of(1, NaN), b: [Infinity, 'x', true], c: undefined, d: null };
    expect(toPlainJson(value)).toEqual({ a: [1, null], b: [null, 'x', true], d: null });
  });
});
