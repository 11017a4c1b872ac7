import { describe, expect, it } from '@jest/globals';
import { emergingHotspots } from './emerging-hotspots.js';
import type { HotspotClass } from './hotspots.js';

const names: Record<string, HotspotClass> = { h: 'hot', c: 'cold', '.': 'none', '?': 'missing' };

/** One area whose periods are written as a word; z rises, falls or stays about level with the direction. */
function develop(word: string, direction = 0) {
  const maps = [...word].map((letter, t) => ({
    klass: [names[letter]!],
    z: [letter === '?' ? NaN : direction === 0 ? [1, 4, 2, 3][t % 4]! : direction * t],
  }));
  return emergingHotspots(maps, { level: 0.05 })[0]!;
}

describe('emergingHotspots', () => {
  it.each([
    ['.........h', 0, 'hot', 'new'],
    ['.......hhh', 0, 'hot', 'consecutive'],
    ['.hhhhhhhhh', 1, 'hot', 'intensifying'],
    ['hhhhhhhhhh', 0, 'hot', 'persistent'],
    ['hhhhhhhhhh', -1, 'hot', 'diminishing'],
    ['.h.h....hh', 0, 'hot', 'sporadic'],
    ['.h.c....hh', 0, 'hot', 'oscillating'],
    ['hhhhhhhhh.', 0, 'hot', 'historical'],
    ['.h.h......', 0, 'none', 'none'],
    ['..........', 0, 'none', 'none'],
    ['.........c', 0, 'cold', 'new'],
    ['cccccccccc', -1, 'cold', 'intensifying'],
    ['cccccccccc', 1, 'cold', 'diminishing'],
    ['hc.......c', 0, 'cold', 'oscillating'],
    ['h', 0, 'hot', 'new'],
  ])('%s with trend %d is %s: %s', (word, direction, side, pattern) => {
    const found = develop(word, direction);
    expect([found.side, found.pattern]).toEqual([side, pattern]);
  });

  it('takes a missing period as a gap: not as "not hot", and not as the last one', () => {
    expect(develop('.......hh?').pattern).toBe('consecutive');
    expect(develop('hhhh??hhhh').pattern).toBe('persistent');
    expect(develop('hhhh..hhhh').pattern).toBe('sporadic');
    expect(develop('??????????')).toEqual({ side: 'none', pattern: 'none', periods: 0, trendP: NaN });
    expect(develop('..??..?..h').periods).toBe(7);
  });

  it('handles no periods and refuses maps of different regions', () => {
    expect(emergingHotspots([], { level: 0.05 })).toEqual([]);
    const map = { klass: ['hot' as const], z: [1] };
    expect(() => emergingHotspots([map, { klass: [], z: [] }], { level: 0.05 })).toThrow(RangeError);
  });
});
