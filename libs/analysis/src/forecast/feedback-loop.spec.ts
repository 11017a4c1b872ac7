import { describe, expect, it } from '@jest/globals';
import { feedbackLoop, type FeedbackWorld } from './feedback-loop.js';

const world: FeedbackWorld = {
  rates: Array.from({ length: 40 }, (_, i) => 4 + (i % 8)),
  attentionShare: 0.1,
  sensitivity: 0.4,
  discount: 0.8,
  periods: 36,
  runs: 8,
  seed: 1,
};

describe('the feedback loop', () => {
  it('enlarges the reports of the areas that get attention by about the sensitivity, and holds the attention there', () => {
    const { amplification, persistence, persistenceWithout } = feedbackLoop(world);
    expect(amplification).toBeGreaterThan(1.2);
    expect(amplification).toBeLessThan(1.45);
    expect(persistence).toBeGreaterThan(persistenceWithout);
  });

  it('does nothing without sensitivity', () => {
    const result = feedbackLoop({ ...world, sensitivity: 0 });
    expect(result.amplification).toBe(1);
    expect(result.persistence).toBe(result.persistenceWithout);
    expect(result.misplaced).toBe(result.misplacedWithout);
  });

  it('gives the same figures with the same seed, and others with another', () => {
    expect(feedbackLoop(world)).toEqual(feedbackLoop(world));
    expect(feedbackLoop({ ...world, seed: 2 })).not.toEqual(feedbackLoop(world));
  });

  it('has no amplification where nothing is ever reported', () => {
    expect(feedbackLoop({ ...world, rates: [0, 0] }).amplification).toBeNaN();
  });

  it.each([{ rates: [] }, { attentionShare: 0 }, { sensitivity: -1 }, { periods: 0 }, { rates: [-1] }])(
    'refuses %j',
    (change) => {
      expect(() => feedbackLoop({ ...world, ...change })).toThrow(RangeError);
    },
  );
});
