import { describe, expect, it } from '@jest/globals';
import { todayIn } from './today.js';

describe('today', () => {
  it('is the day of the region, not of the computer', () => {
    const instant = new Date('2026-06-30T22:30:00Z');
    expect(todayIn('Europe/Amsterdam', instant)).toBe('2026-07-01');
    expect(todayIn('Europe/London', instant)).toBe('2026-06-30');
  });
});
