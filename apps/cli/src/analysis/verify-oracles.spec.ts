import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { analyseCase } from './analyse-case.js';
import { parseCsv } from './parse-csv.js';
import { verifyOracles } from './verify-oracles.js';

describe('parseCsv', () => {
  it('keeps text as written and tells a missing cell from an empty text', () => {
    const table = parseCsv('"id","x"\r\n"01",\n"a ""b"", c",NA\n"",3', 'input.csv');
    expect(table.columns.get('id')).toEqual(['01', 'a "b", c', '']);
    expect(table.columns.get('x')).toEqual([null, null, '3']);
  });

  it('reads a blank line as missing where there is one column, and skips it elsewhere', () => {
    expect(parseCsv('p\n0.5\n\n0.1\n', 'input.csv').columns.get('p')).toEqual(['0.5', null, '0.1']);
    expect(parseCsv('a,b\n1,2\n\n3,4\n', 'input.csv').rows).toBe(2);
  });

  it('refuses rows of another length', () => {
    expect(() => parseCsv('a,b\n1\n', 'input.csv')).toThrow('row 1 has 1 cells, the header 2');
  });
});

describe('verifyOracles', () => {
  let folder = '';
  const lines: string[] = [];
  const addCase = async (path: string, p: string, expected: unknown) => {
    await mkdir(join(folder, path), { recursive: true });
    await writeFile(join(folder, path, 'input.csv'), p);
    await writeFile(join(folder, path, 'expected.json'), JSON.stringify(expected));
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'oracles-'));
    await addCase('multiple_testing/right', 'p\n0.01\n0.02\n', { software: 'R', n: 2, adjusted: { BH: [0.02, 0.02] } });
    await addCase('multiple_testing/wrong_value', 'p\n0.01\n0.02\n', { n: 2, adjusted: { BH: [0.02, 0.021] } });
    await addCase('multiple_testing/missing_key', 'p\n0.01\n', { n: 1, sidak: 0.01 });
    await addCase('multiple_testing/nothing_compared', 'p\n0.01\n', { software: 'R' });
    await addCase('multiple_testing/impossible', 'p\n7\n', { n: 1 });
    await addCase('no_such_method/case', 'p\n1\n', { n: 1 });
    await mkdir(join(folder, 'perf', 'data'), { recursive: true });
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('passes what agrees, fails every kind of disagreement and ends in the counts', async () => {
    const verdicts = await verifyOracles(folder, (line) => lines.push(line));
    expect(verdicts).toEqual({ passed: 1, failed: 5 });
    expect(lines.filter((line) => line.startsWith('pass'))).toEqual([
      expect.stringContaining('multiple_testing/right: 3/3'),
    ]);
    const text = lines.join('\n');
    expect(text).toContain('adjusted.BH.1: expected 0.021, got 0.02');
    expect(text).toContain('sidak: missing');
    expect(text).toContain('no value was compared');
    expect(text).toContain('RangeError: p-value 1 is 7');
    expect(text).toContain('no_such_method/case: the platform has no such method');
    expect(lines.at(-1)).toBe('1 passed, 5 failed');
  });

  it('runs one case on its own', async () => {
    const result = await analyseCase('multiple_testing', join(folder, 'multiple_testing/right'));
    expect(result).toMatchObject({ n: 2, n_tests: 2, rejected_at_05: { BH: [1, 2] } });
  });
});

const oracles = fileURLToPath(new URL('../../../../../shared/oracles', import.meta.url));
const whereOraclesAre = existsSync(oracles) ? describe : describe.skip;

whereOraclesAre('the golden cases', () => {
  const methods = [
    'capture_recapture',
    'capture_single_list',
    'chi2_cramer',
    'difference_in_differences',
    'gini_lorenz',
    'glm_negbin',
    'glm_poisson_offset',
    'interrupted_time_series',
    'multiple_testing',
    'odds_risk_ratio',
    'overdispersion',
    'rates',
    'special_functions',
  ];
  it.each(methods)('%s agrees', async (method) => {
    const lines: string[] = [];
    const { passed, failed } = await verifyOracles(oracles, (line) => lines.push(line), [method]);
    expect({ failed, lines: failed ? lines : [] }).toEqual({ failed: 0, lines: [] });
    expect(passed).toBeGreaterThan(0);
  });
});
