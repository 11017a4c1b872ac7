import { describe, expect, it } from '@jest/globals';
import {
  activationRefusals,
  contractFaults,
  isPastStop,
  mayShow,
  testRefusals,
  type ForecastContract,
  type ForecastEvidence,
} from './forecast-contract.js';
import { FORECAST_STATES, FORECAST_TRANSITIONS, nextForecastState } from './forecast-contract.state.js';

const contract: ForecastContract = {
  goal: 'Plan the hours of the neighbourhood team of next month.',
  baseline: 'best naive',
  leastGain: 0.02,
  mostAmplification: 1.2,
  attention: { share: 0.1, sensitivity: 0.3 },
  coverage: { least: 0.78, most: 0.9 },
  fixedOn: '2026-01-10',
  stopsAfter: '2026-12-31',
};
const evidence: ForecastEvidence = {
  testedOn: '2026-02-01',
  compared: 600,
  periods: 24,
  modelScore: 0.95,
  baselineScore: 1,
  coverage: 0.84,
  amplification: 1.05,
};
const today = '2026-02-02';
const refusalsOf = (held: ForecastContract, given: ForecastEvidence, on = today) =>
  activationRefusals(held, { testedOn: given.testedOn, refusals: testRefusals(held, given) }, on);

describe('a forecast contract', () => {
  it('lets a model through that keeps it', () => {
    expect(refusalsOf(contract, evidence)).toEqual([]);
  });

  it.each<[string, Partial<ForecastEvidence>]>([
    ['baseline-not-beaten', { modelScore: 1 }],
    ['baseline-not-beaten', { modelScore: 0.985 }],
    ['baseline-not-beaten', { modelScore: Number.NaN }],
    ['intervals-not-honest', { coverage: 0.7 }],
    ['intervals-not-honest', { coverage: 0.95 }],
    ['harm-above-limit', { amplification: 1.3 }],
    ['harm-above-limit', { amplification: Number.NaN }],
    ['too-little-compared', { compared: 9 }],
    ['too-few-periods', { periods: 7 }],
    ['tested-before-contract', { testedOn: '2026-01-09' }],
    ['tested-in-the-future', { testedOn: '2026-03-01' }],
  ])('refuses: %s (%j)', (why, change) => {
    expect(refusalsOf(contract, { ...evidence, ...change })).toEqual([why]);
  });

  it('refuses without a test, and after its last day', () => {
    expect(activationRefusals(contract, undefined, today)).toEqual(['not-tested']);
    expect(refusalsOf(contract, evidence, '2027-01-01')).toEqual(['past-stop-date']);
  });

  it('does not ask an equal score to be enough where no gain was agreed', () => {
    const none = { ...contract, leastGain: 0 };
    expect(refusalsOf(none, { ...evidence, modelScore: 1 })).toEqual(['baseline-not-beaten']);
  });

  it.each<[string, Partial<ForecastContract>]>([
    ['no-goal', { goal: ' ' }],
    ['gain-out-of-bounds', { leastGain: -0.1 }],
    ['amplification-out-of-bounds', { mostAmplification: 0.5 }],
    ['attention-out-of-bounds', { attention: { share: 0.1, sensitivity: 0 } }],
    ['attention-out-of-bounds', { attention: { share: 0.6, sensitivity: 0.3 } }],
    ['coverage-out-of-bounds', { coverage: { least: 0.85, most: 0.9 } }],
    ['stops-before-it-starts', { stopsAfter: '2026-01-10' }],
    ['runs-too-long', { stopsAfter: '2028-01-11' }],
  ])('is not fixed with %s', (fault, change) => {
    expect(contractFaults({ ...contract, ...change })).toEqual([fault]);
  });

  it('switches off by itself the day after its last', () => {
    expect([isPastStop(contract, '2026-12-31'), isPastStop(contract, '2027-01-01')]).toEqual([false, true]);
    expect(mayShow('active', contract, '2026-12-31')).toBe(true);
    expect(mayShow('active', contract, '2027-01-01')).toBe(false);
    for (const state of FORECAST_STATES.filter((each) => each !== 'active'))
      expect(mayShow(state, contract, today)).toBe(false);
  });
});

describe('the states of a forecast', () => {
  it('follow the table, and nothing that is not in it', () => {
    const events = [...new Set(FORECAST_TRANSITIONS.map(({ event }) => event))];
    for (const from of FORECAST_STATES)
      for (const event of events) {
        const row = FORECAST_TRANSITIONS.find((each) => each.from === from && each.event === event);
        if (row) expect(nextForecastState(from, event)).toBe(row.to);
        else
          expect(() => nextForecastState(from, event)).toThrow(
            expect.objectContaining({ code: 'forecast.wrong-state' }),
          );
      }
  });

  it('reach active only from a test, and nothing after the end', () => {
    expect(FORECAST_TRANSITIONS.filter(({ to }) => to === 'active').map(({ from }) => from)).toEqual(['tested']);
    expect(FORECAST_TRANSITIONS.filter(({ from }) => from === 'ended')).toEqual([]);
  });
});
