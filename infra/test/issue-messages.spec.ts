import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const ROOT = new URL('../../', import.meta.url);
/** Where issues of rows and refusals of files are made. */
const SOURCES = [
  'libs/intake/src/canonical',
  'libs/intake/src/mapping',
  'libs/intake/src/reading',
  'libs/intake/src/schema',
  'libs/features/src/loads',
];
const ENGLISH = 'apps/web/src/app/i18n/en/issue-messages.ts';
const MADE = /(?:\bcode: |\b(?:fault|refusal|Refusal)\(\s*)'([a-z]+\.[a-z-]+)'/g;
/** Words of its own with the names of columns; and what is told beside the field in which a steward entered it. */
const OTHERWISE =
  /^(?:layout\.columns-missing|answer\..*|coverage\.(?:empty|not-a-date|reversed|overlap|future|too-early))$/;

const codesIn = (folder: string): string[] =>
  readdirSync(new URL(`${folder}/`, ROOT))
    .filter((name) => name.endsWith('.ts') && !name.includes('.spec.'))
    .flatMap((name) => [...readFileSync(new URL(`${folder}/${name}`, ROOT), 'utf8').matchAll(MADE)])
    .map(([, code]) => code!);

describe('what the intake says, in English', () => {
  it('is there for every code that a row, a file or a load can be refused with', () => {
    const said = readFileSync(new URL(ENGLISH, ROOT), 'utf8');
    const codes = [...new Set(SOURCES.flatMap(codesIn))].filter((code) => !OTHERWISE.test(code));
    expect(codes.length).toBeGreaterThan(50);
    expect(codes.filter((code) => !said.includes(`  '${code}':`))).toEqual([]);
  });
});
