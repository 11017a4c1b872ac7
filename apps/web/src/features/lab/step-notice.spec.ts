import { describe, expect, it } from '@jest/globals';
import type { LabStep } from '../../gql/types.js';
import { stepNotice } from './step-notice.js';

const step = (over: Partial<LabStep>): LabStep => ({
  step: 'prioritise',
  state: 'open',
  since: '2026-01-01T00:00:00Z',
  reason: null,
  round: 0,
  reopenedAt: null,
  consents: [],
  consentsNeeded: 2,
  fellBack: false,
  criteria: [{ code: 'question-written', met: true, missing: [] }],
  ...over,
});

describe('why nothing can be done in a step', () => {
  it('is silent where something can be done', () => expect(stepNotice(step({}))).toBeUndefined());
  it('names the step before it', () =>
    expect(stepNotice(step({ step: 'factual_picture', state: 'locked' }))).toBe('lockedBy'));
  it('says the same of every step: each has its screens', () => {
    expect(stepNotice(step({ step: 'share_safely', state: 'locked' }))).toBe('lockedBy');
    expect(stepNotice(step({ step: 'solutions', state: 'open' }))).toBeUndefined();
  });
  it('says when nothing is computed', () => expect(stepNotice(step({ criteria: [] }))).toBe('noCriteria'));
});
