import { describe, expect, it } from '@jest/globals';
import { checkedRegion, contextOf } from '../scratch-region.js';
import { baseTables } from './base-tables.js';
import { fileCases, mutatedFile } from './cases.js';
import { sweepClientHalf } from './sweep.js';

const bases = baseTables();
const region = contextOf(checkedRegion());

describe('mutated files at the partner', () => {
  it('are accepted or refused with a place, never a crash, a hang or an identifier in a message', async () => {
    const { failures, passed, accepted, refused } = await sweepClientHalf(bases, region, { files: 120, seed: 1 });
    expect(failures).toEqual([]);
    expect(passed).toBe(120);
    // Neither all good nor all bad: else the mutations would try nothing.
    expect(accepted).toBeGreaterThan(10);
    expect(refused).toBeGreaterThan(50);
  }, 60_000);

  it('are the same for the same seed, and a shorter sweep is the beginning of a longer one', () => {
    const cases = fileCases(20, 3, bases.length);
    expect(fileCases(40, 3, bases.length).slice(0, 20)).toEqual(cases);
    const bytesOf = (at: number) => Buffer.from(mutatedFile(bases, cases[at]!).bytes);
    for (const at of cases.keys()) expect(bytesOf(at).equals(bytesOf(at))).toBe(true);
  });
});
