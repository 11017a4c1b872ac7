import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { runRequestWords } from '@datalab/domain';
import { refusalInDutch } from '../../apps/web/src/app/i18n/nl/refusals.js';

const ROOT = new URL('../../', import.meta.url);
/** Where errors are made that a person can meet on a screen. */
const SOURCES = ['libs/domain/src', 'libs/features/src', 'libs/disclosure/src', 'libs/data/src', 'apps/api/src'];
const MADE =
  /\b(?:invalidInput|invalidState|conflict|forbidden|withheld)\(\s*'([a-z-]+\.[a-z-]+)'|\bcode: '([a-z-]+\.wrong-state)'/g;
/** Met by operators, programs and the worker alone, or told beside the field or run that they are about. */
const ELSEWHERE = /^(?:setup\.|region\.|disclosure\.noise-|lab\.unknown-region|run\.)/;

const codesIn = (text: string): string[] => [...text.matchAll(MADE)].map(([, code, ending]) => code ?? ending!);
const codes = new Set(
  SOURCES.flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, ROOT), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !/\.(?:spec|fake)\./.test(name))
      .flatMap((name) => codesIn(readFileSync(new URL(`${folder}/${name}`, ROOT), 'utf8'))),
  ),
);

describe('what a person is told in Dutch', () => {
  it('is there for every error that they can meet', () => {
    expect(codes.size).toBeGreaterThan(180);
    const without = [...codes].filter(
      (code) => refusalInDutch(code) === undefined && runRequestWords(code) === undefined,
    );
    expect(without.filter((code) => !ELSEWHERE.test(code))).toEqual([]);
  });

  it('is found by the code, or by its end', () => {
    expect(refusalInDutch('solution.wrong-state')).toContain('Ververs');
    expect(refusalInDutch('nothing.like-this')).toBeUndefined();
  });
});
