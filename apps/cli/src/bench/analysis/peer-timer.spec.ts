import { describe, expect, it } from '@jest/globals';
import { readTimings } from './peer-timer.js';

describe('readTimings', () => {
  it('reads CPU and wall time of every repetition and the value to agree on', () => {
    const output =
      'TIMED 1.500000 2.000000\nTIMED 1.250000 1.750000\n{"task":"x","impl":"R","median_s":1.8,"check":-140320.6473,"note":""}\n';
    expect(readTimings(output)).toEqual({
      timings: [
        { cpu: 1.5, wall: 2 },
        { cpu: 1.25, wall: 1.75 },
      ],
      check: -140320.6473,
    });
    expect(readTimings('TIMED 1 2\n{"check": 1.5e-3}').check).toBe(0.0015);
  });

  it('does not take silence for a time', () => {
    expect(() => readTimings('')).toThrow('no time');
    expect(() => readTimings('TIMED 1 2')).toThrow('no time');
  });
});
