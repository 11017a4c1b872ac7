import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../../', import.meta.url));
const inFolder = (folder: string): string[] =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`);

const DOCUMENTS = ['docs/architecture.md', 'docs/language.md', 'docs/threat-model.md', ...inFolder('docs/adr')];
const WITH_LINKS = [
  'README.md',
  'CONTRIBUTING.md',
  ...inFolder('docs'),
  ...inFolder('docs/adr'),
  ...inFolder('docs/guides'),
];

const withoutBlocks = (text: string): string => text.replace(/^```[\s\S]*?^```/gm, '');

/** What stands between backticks and begins as a path of this repository does. */
const pathsIn = (text: string): string[] => [
  ...new Set(
    [...withoutBlocks(text).matchAll(/`([^`\n]+)`/g)]
      .map(([, code]) => code!)
      .filter((code) => /^(apps|libs|infra|docs|\.ci)\/\S+$/.test(code)),
  ),
];

/** Of a pattern (`libs/<x>/…`) the folder before its first gap must be there. */
const isThere = (path: string): boolean => {
  const gap = path.search(/[<*…]/);
  return existsSync(join(root, gap === -1 ? path : path.slice(0, path.lastIndexOf('/', gap))));
};

const missingFrom = (text: string): string[] => pathsIn(text).filter((path) => !isThere(path));

/** Links to files of this repository, as they are seen from a document; images are not looked for. */
const brokenLinksIn = (document: string, text: string): string[] =>
  [...withoutBlocks(text).matchAll(/(?<!!)\[[^\]]*\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target!)
    .filter((target) => !/^(https?:|mailto:|#)/.test(target))
    .filter((target) => !existsSync(join(root, dirname(document), target.split('#')[0]!)));

const read = (document: string): string => readFileSync(join(root, document), 'utf8');

describe('the documents', () => {
  it.each(DOCUMENTS)('name no path that is not there: %s', (document) => {
    expect(missingFrom(read(document))).toEqual([]);
  });

  it.each(WITH_LINKS)('link to no file that is not there: %s', (document) => {
    expect(brokenLinksIn(document, read(document))).toEqual([]);
  });

  it('walk one report through many files of the code', () => {
    const files = pathsIn(read('docs/architecture.md')).filter((path) => /\.(ts|tsx|sql)$/.test(path));
    expect(files.length).toBeGreaterThan(50);
  });
});

describe('a path that is not there', () => {
  it('is found, also behind a gap; a command or another name is none', () => {
    const text =
      'See `libs/nowhere/src/index.ts`, `libs/nowhere/src/<x>.ts`, `libs/domain/src/<x>.ts` and `npm start`.';
    expect(missingFrom(text)).toEqual(['libs/nowhere/src/index.ts', 'libs/nowhere/src/<x>.ts']);
  });

  it('is found behind a link', () => {
    expect(brokenLinksIn('docs/x.md', '[a](testing.md#b) [c](nowhere.md) ![d](e.png) [f](https://x.nl)')).toEqual([
      'nowhere.md',
    ]);
  });
});
