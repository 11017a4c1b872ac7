import { describe, expect, it } from '@jest/globals';
import { householdKeyCauses, noKeysYet } from './key-counts.js';

describe('why rows have no household key', () => {
  it('is told per cause, of that key alone', () => {
    const household = noKeysYet();
    Object.assign(household.without, { blank: 4, not_listed: 3, ambiguous: 1 });
    const person = noKeysYet();
    person.without.failed_elfproef = 9;
    const keys = { household_key: household, person_key: person };
    expect(householdKeyCauses(keys)).toEqual({
      blank: 4,
      incomplete: 0,
      malformed: 0,
      notListed: 3,
      ambiguous: 1,
      notMade: 0,
    });
  });

  it('is not told where no such key is made', () => {
    expect(householdKeyCauses({})).toBeUndefined();
  });
});
