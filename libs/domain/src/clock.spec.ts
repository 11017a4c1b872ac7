import { describe, expect, it } from '@jest/globals';
import { FixedClock } from './clock.js';

describe('FixedClock', () => {
  it('stands still, and cannot be moved by who was told the time', () => {
    const clock = new FixedClock(new Date('2024-06-02T10:00:00Z'));
    clock.now().setFullYear(1999);
    expect(clock.now().toISOString()).toBe('2024-06-02T10:00:00.000Z');
    clock.set(new Date('2024-06-03T00:00:00Z'));
    expect(clock.now().toISOString()).toBe('2024-06-03T00:00:00.000Z');
  });
});
