import { describe, expect, it } from '@jest/globals';
import { changeBetween, shownNumber, yearBefore } from './what-changed.js';

describe('changeBetween', () => {
  it('calls a difference one only where chance and noise do not explain it', () => {
    // 60 and 40: 20 / √106 = 1.94; 61 and 40: 21 / √107 = 2.03.
    expect(changeBetween(60, 40)).toBe('same');
    expect(changeBetween(61, 40)).toBe('more');
    expect(changeBetween(40, 61)).toBe('less');
    expect(changeBetween(0, 0)).toBe('same');
  });

  it('says nothing where a number is not shown', () => {
    expect([changeBetween(null, 40), changeBetween(40, null)]).toEqual(['unknown', 'unknown']);
  });
});

describe('shownNumber', () => {
  it('tells zero from withheld and from not delivered', () => {
    expect(shownNumber(undefined, true)).toBe(0);
    expect(shownNumber(undefined, false)).toBeNull();
    expect(shownNumber({ state: 'withheld', reports: null }, true)).toBeNull();
    expect(shownNumber({ state: 'shown', reports: 12 }, true)).toBe(12);
  });
});

describe('yearBefore', () => {
  it('keeps the part of the year', () => {
    expect(['2024', '2024-Q1', '2024-02'].map(yearBefore)).toEqual(['2023', '2023-Q1', '2023-02']);
  });
});
