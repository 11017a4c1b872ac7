import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../../', import.meta.url));
const BOUNDARY = '@nx/enforce-module-boundaries';

const cases = {
  'a library that imports one above it': ['libs/domain/src/fixture.ts', "export * from '@datalab/data';"],
  'the web that imports the database': ['apps/web/src/fixture.ts', "export * from '@datalab/data';"],
  'a pure library that imports Node': ['libs/domain/src/fixture.ts', "export * from 'node:fs';"],
  'a pure library that reads the clock': ['libs/domain/src/fixture.ts', 'export const now = () => Date.now();'],
  'an arrow that is allowed': ['libs/access/src/fixture.ts', "export * from '@datalab/domain';"],
} satisfies Record<string, [path: string, text: string]>;

let rules: Record<string, string[]>;

beforeAll(() => {
  const nx = fileURLToPath(new URL('../../node_modules/.bin/nx', import.meta.url));
  const env = { ...process.env, NX_DAEMON: 'false', NX_NO_CLOUD: 'true' };
  const options = { cwd: root, env, encoding: 'utf8' } as const;
  // Without a project graph in its cache the boundary rule skips itself and everything passes.
  execFileSync(process.execPath, [nx, 'show', 'projects'], options);
  const script = fileURLToPath(new URL('lint-texts.mjs', import.meta.url));
  const input = JSON.stringify(Object.values(cases).map(([path, text]) => ({ path: `${root}${path}`, text })));
  const found = JSON.parse(execFileSync(process.execPath, [script], { ...options, input })) as { rule: string }[][];
  rules = Object.fromEntries(Object.keys(cases).map((name, i) => [name, (found[i] ?? []).map(({ rule }) => rule)]));
});

describe('the arrows of the architecture', () => {
  it.each([
    ['a library that imports one above it', BOUNDARY],
    ['the web that imports the database', BOUNDARY],
    ['a pure library that imports Node', 'no-restricted-imports'],
    ['a pure library that reads the clock', 'no-restricted-properties'],
  ])('refuse %s', (name, rule) => {
    expect(rules[name]).toContain(rule);
  });

  it('let through an arrow that is allowed', () => {
    expect(rules['an arrow that is allowed']).toEqual([]);
  });
});
