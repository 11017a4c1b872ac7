import { describe, expect, it } from '@jest/globals';
import { checkedFolders, countPerFolder } from './projects.mjs';

const folders = ['libs/domain', 'libs/data', 'infra'];

describe('countPerFolder', () => {
  it('counts a folder once, however many of its files are wrong', () => {
    const wrong = ['libs/data/src/a.ts', 'libs/data/src/b.ts'];
    expect(countPerFolder(folders, wrong, false)).toEqual({ passed: 2, failed: 1 });
  });

  it('is a failure when a file outside all folders is wrong, or no file was named', () => {
    expect(countPerFolder(folders, ['jest.config.mjs'], false)).toEqual({ passed: 3, failed: 1 });
    expect(countPerFolder(folders, [], false)).toEqual({ passed: 3, failed: 1 });
  });

  it('does not take a folder for another whose name begins alike', () => {
    expect(countPerFolder(folders, ['libs/data-more/a.ts'], false)).toEqual({ passed: 3, failed: 1 });
    expect(countPerFolder(folders, [], true)).toEqual({ passed: 3, failed: 0 });
  });
});

it('every project is checked, and infra', () => {
  expect(checkedFolders()).toEqual(expect.arrayContaining(['apps/api', 'apps/web', 'libs/features', 'infra']));
});
