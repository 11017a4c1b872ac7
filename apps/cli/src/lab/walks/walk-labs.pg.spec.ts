import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { describeWithDatabase, TestDatabase } from '@datalab/testing';
import { useAsScratch } from '../../intake/scratch-environment.fake.js';
import { walkLabs } from './walk-labs.js';

describeWithDatabase('random walks through a lab', () => {
  let database: TestDatabase;
  let forget: () => void;
  beforeEach(async () => {
    database = await TestDatabase.open({ empty: true });
    forget = useAsScratch(database);
  });
  afterEach(async () => {
    forget();
    await database.close();
  });

  it.each([1, 20260301])(
    'skip no gate, lose no consent and are stuck nowhere (seed %d)',
    async (seed) => {
      const lines: string[] = [];
      const counts = await walkLabs((line) => void lines.push(line), { walks: 8, seed });
      const text = lines.join('\n');
      expect({ ...counts, text }).toMatchObject({ passed: 8, failed: 0 });
      // They get somewhere, and meet what must stop them.
      for (const outcome of ['done', 'step.fell-back', 'step.consent-missing', 'lab.not-coordinator'])
        expect(text).toMatch(new RegExp(`${outcome}: [1-9]`));
    },
    120_000,
  );
});
