import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { hashOf } from './web-build.mjs';

let folder: string;
const write = (path: string, text: string) => writeFileSync(join(folder, path), text);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'datalab-web-'));
  mkdirSync(join(folder, 'src'));
  mkdirSync(join(folder, 'dist'));
  write('src/main.tsx', 'one');
});

describe('hashOf', () => {
  it('changes with contents and names', () => {
    const before = hashOf([folder]);
    write('src/main.tsx', 'two');
    const changed = hashOf([folder]);
    expect(changed).not.toBe(before);
    write('src/extra.ts', '');
    expect(hashOf([folder])).not.toBe(changed);
  });

  it('does not change with what a build makes, nor with tests', () => {
    const before = hashOf([folder]);
    write('dist/index.html', 'built');
    write('src/main.spec.tsx', 'test');
    expect(hashOf([folder])).toBe(before);
  });

  it('takes single files too', () => {
    expect(hashOf([join(folder, 'src', 'main.tsx')])).toMatch(/^[0-9a-f]{64}$/);
  });
});
