import { describe, expect, it } from '@jest/globals';
import { benchPseudonymise } from './pseudonymise.js';

describe('benchPseudonymise', () => {
  it('times both sides over the same identifiers and prints the ratio', async () => {
    const lines: string[] = [];
    const result = await benchPseudonymise((line) => lines.push(line), { identifiers: 60, sample: 20 });
    expect(result.identifiers).toBe(60);
    expect(result.clientMilliseconds).toBeGreaterThan(0);
    // Noble's plain bigints are several times slower on any machine; the target itself is the bench's business.
    expect(result.ratio).toBeLessThan(1);
    expect(lines.join('\n')).toMatch(/scaled from two samples of 20/);
    expect(lines.at(-1)).toBe(
      `  ratio ${result.ratio.toFixed(3)} (target at most 0.200): ${result.passed ? 'passed' : 'FAILED'}`,
    );
  });
});
