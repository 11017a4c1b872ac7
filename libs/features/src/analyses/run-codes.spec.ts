import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRunEndCode, RUN_END_WORDS, RUN_REQUEST_WORDS, runRequestWords } from '@datalab/domain';
import { describe, expect, it } from '@jest/globals';

const HERE = import.meta.dirname;
/** Ends that leave a run as it was, so that nobody is told of them. */
const TOLD_TO_NOBODY = ['run.cancelled'];

const sources = readdirSync(HERE, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !/\.(spec|fake)\.ts$/.test(file))
  .map((file) => readFileSync(join(HERE, file), 'utf8'));
/** Codes of errors alone: acts in the audit log are written the same way. */
const thrown = sources.flatMap((text) =>
  [...text.matchAll(/(?:invalidState|invalidInput|forbidden|unavailable)\(\s*'(run\.[a-z-]+)'/g)].map(
    ([, code]) => code!,
  ),
);

describe('codes of runs', () => {
  it('all have words, whether the run was asked for in vain or ended without an outcome', () => {
    expect(thrown.length).toBeGreaterThan(10);
    const without = [...new Set(thrown)].filter(
      (code) =>
        !isRunEndCode(code.slice('run.'.length)) &&
        runRequestWords(code) === undefined &&
        !TOLD_TO_NOBODY.includes(code),
    );
    expect(without).toEqual([]);
  });

  it('have words in both languages that differ, and end as sentences do', () => {
    for (const { nl, en } of [...Object.values(RUN_END_WORDS), ...Object.values(RUN_REQUEST_WORDS)]) {
      expect(nl).not.toBe(en);
      for (const words of [nl, en]) expect(words).toMatch(/^[A-Z].*[.:]$/);
    }
  });
});
