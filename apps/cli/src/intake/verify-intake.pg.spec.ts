import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWithDatabase, TestDatabase } from '@datalab/testing';
import { useAsScratch } from './scratch-environment.fake.js';
import { verifyIntake } from './verify-intake.js';

describeWithDatabase('verify intake', () => {
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

  it('breaks nothing on a sample: no crash, no partial load, every refusal with a place, cut uploads resume', async () => {
    const lines: string[] = [];
    const print = (line: string) => void lines.push(line);
    const counts = await verifyIntake(print, { files: 20, seed: 2, serverFiles: 40, uploads: 2, inputs: 3 });
    const text = lines.join('\n');
    expect({ ...counts, text }).toMatchObject({ failed: 0 });
    // Six vectors and three inputs, the files, the bases as they are, and the uploads.
    expect(counts.passed).toBe(6 + 3 + 20 + 40 + 8 + 2);
    expect(text).toMatch(/platform: [1-9]\d* accepted, [1-9]\d* refused/);
    expect(text).toMatch(/is cut: [1-9]\d* cuts, 2 resumed/);
  }, 120_000);
});
