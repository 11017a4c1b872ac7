import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWithDatabase, TestDatabase } from '@datalab/testing';
import { useAsScratch } from '../../intake/scratch-environment.fake.js';
import { benchIntake } from './bench-intake.js';

describeWithDatabase('bench intake', () => {
  let database: TestDatabase;
  let forget: () => void;
  beforeAll(async () => {
    database = await TestDatabase.open({ empty: true });
    forget = useAsScratch(database);
  });
  afterAll(async () => {
    forget();
    await database.close();
  });

  it('times both halves over the same rows and prints every ratio with its target', async () => {
    const lines: string[] = [];
    const result = await benchIntake((line) => lines.push(line), {
      rows: 3_000,
      smallRows: 1_000,
      rounds: 1,
      withPgloader: false,
    });
    expect(result).toMatchObject({ rows: 3_000, pgloaderRatio: null });
    for (const figure of [result.copyRatio, result.clientRowsPerSecond, result.papaparseRowsPerSecond, result.flatness])
      expect(figure).toBeGreaterThan(0);
    // Whether the targets hold is the bench's business: three thousand rows say nothing about it.
    for (const part of ['client half', 'worker, CPU', 'database, busy with', 'rate beside plain COPY', 'worker memory'])
      expect(lines.join('\n')).toContain(part);
    const seen = Object.values(result.shares.worker).reduce((sum, share) => sum + share, 0);
    expect(seen).toBeCloseTo(1, 6);
    expect(result.shares.worker['validate']).toBeGreaterThan(0);
  }, 120_000);
});
