import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { filesWithTypeErrors, writeTypePrograms } from './type-programs.mjs';

describe('writeTypePrograms', () => {
  let root: string;
  const put = (path: string, config: object) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), JSON.stringify(config));
  };
  const programs = (...folders: string[]) =>
    writeTypePrograms(folders, join(root, 'programs'), root).map((path) => JSON.parse(readFileSync(path, 'utf8')));

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'type-programs-'));
    put('base.json', { compilerOptions: { strict: true } });
    put('node.json', { extends: './base.json', compilerOptions: { types: ['node'] } });
    for (const name of ['a', 'b']) put(`libs/${name}/tsconfig.json`, { extends: '../../node.json', include: ['src'] });
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('joins projects with the same options', () => {
    expect(programs('libs/a', 'libs/b')).toEqual([
      {
        compilerOptions: { strict: true, types: ['node'] },
        include: [join(root, 'libs/a/src'), join(root, 'libs/b/src')],
        exclude: [],
      },
    ]);
  });

  it('keeps other options apart: what may not see Node does not because a neighbour does', () => {
    const pure = {
      extends: '../../base.json',
      compilerOptions: { types: [] },
      include: ['src'],
      exclude: ['src/x.ts'],
    };
    put('libs/b/tsconfig.json', pure);
    put('libs/b/tsconfig.spec.json', {
      extends: './tsconfig.json',
      compilerOptions: { types: ['node'] },
      include: ['src/x.ts'],
      exclude: [],
    });
    const made = programs('libs/a', 'libs/b');
    expect(made.map(({ compilerOptions, include }) => [compilerOptions.types, include])).toEqual([
      [['node'], [join(root, 'libs/a/src'), join(root, 'libs/b/src/x.ts')]],
      [[], [join(root, 'libs/b/src')]],
    ]);
    expect(made[1].exclude).toEqual([join(root, 'libs/b/src/x.ts')]);
  });

  it('leaves alone what may not see Node: a neighbour would bring it along', () => {
    for (const name of ['a', 'b'])
      put(`libs/${name}/tsconfig.json`, { compilerOptions: { types: [] }, include: ['src'] });
    expect(programs('libs/a', 'libs/b').map(({ include }) => include)).toEqual([
      [join(root, 'libs/a/src')],
      [join(root, 'libs/b/src')],
    ]);
  });

  it('does not pass over a project without a configuration', () => {
    expect(() => programs('libs/a', 'libs')).toThrow('checked by nobody');
  });
});

it('the files of errors are read from what the compiler prints, lines that go on are not', () => {
  const output = `libs/a/src/x.ts(3,14): error TS2322: Type 'string' is not assignable.\n  src/y.ts(1,1): the error goes on\nFound 1 error.`;
  expect(filesWithTypeErrors(output)).toEqual(['libs/a/src/x.ts']);
});
