import { describe, expect, it } from '@jest/globals';
import { matchesShell, methodsOfKind, type ShellClaim } from './output-shell.js';
import { nextShellState } from './output-shell.state.js';
import { inventNumbers } from './shell-preview.js';

const SHELL: ShellClaim = {
  kind: 'descriptive',
  method: 'getis-ord-gi',
  unit: 'report',
  areaLevel: 'buurt',
  grain: 'year',
  periodFrom: '2022-01-01',
  periodTo: '2024-12-31',
  datasetIds: ['a', 'b'],
};

describe('an output', () => {
  it('matches its shell when it is the same, shorter, or of fewer sources', () => {
    expect(matchesShell(SHELL, SHELL)).toEqual([]);
    expect(matchesShell(SHELL, { ...SHELL, periodFrom: '2023-01-01', datasetIds: ['b'] })).toEqual([]);
  });

  it.each<[keyof ShellClaim, Partial<ShellClaim>]>([
    ['kind', { kind: 'diagnostic' }],
    ['method', { method: 'moran-local' }],
    ['unit', { unit: 'person' }],
    ['areaLevel', { areaLevel: 'wijk' }],
    ['grain', { grain: 'month' }],
    ['periodFrom', { periodFrom: '2021-12-31' }],
    ['periodTo', { periodTo: '2025-01-01' }],
    ['datasetIds', { datasetIds: ['a', 'c'] }],
    ['datasetIds', { datasetIds: [] }],
  ])('departs from it in its %s', (field, change) => {
    expect(matchesShell(SHELL, { ...SHELL, ...change })).toEqual([field]);
  });
});

describe('a shell', () => {
  it('is approved after it was handed in, and replaced after it was approved', () => {
    expect(nextShellState(nextShellState('draft', 'submit'), 'approve')).toBe('approved');
    expect(nextShellState('approved', 'replace')).toBe('replaced');
    for (const event of ['approve', 'replace', 'return'] as const)
      expect(() => nextShellState('draft', event)).toThrow('does not take');
  });

  it('is offered the methods of its kind alone', () => {
    expect(methodsOfKind('predictive')).toEqual(['forecast', 'hhh4']);
    expect(methodsOfKind('diagnostic')).not.toContain('getis-ord-gi');
  });

  it('previews itself with numbers that follow from its seed alone', () => {
    const keys = Array.from({ length: 50 }, (_, i) => `B${i}`);
    const numbers = inventNumbers('shell', keys, 2);
    expect(numbers).toEqual(inventNumbers('shell', keys, 2));
    expect(numbers).not.toEqual(inventNumbers('another', keys, 2));
    // A row keeps its numbers whatever stands around it.
    expect(inventNumbers('shell', ['B7'], 2)).toEqual([numbers[7]]);
    expect(new Set(numbers.map(([first]) => first)).size).toBeGreaterThan(20);
    for (const number of numbers.flat()) expect(number >= 0 && number <= 60).toBe(true);
  });
});
