import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { deliver, describeWithDatabase, reportRow, reportRows, TestLab } from '@datalab/testing';
import { withSnapshot } from '@datalab/snapshot';
import { PictureRebuildService } from './picture-rebuild.service.js';

const MAY = [{ from: '2024-05-01', to: '2024-05-31' }];

describeWithDatabase('a picture and the one before it', () => {
  let lab: TestLab;
  let labId: string;
  beforeEach(async () => {
    lab = await TestLab.open();
    labId = lab.ids.lab('overlast');
    await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows: reportRows(40) });
    await deliver(lab, { by: 'pim', dataset: 'incidenten', rows: reportRows(12) });
    await build();
  });
  afterEach(() => lab.close());
  const build = () => lab.buildPicture();
  const rebuild = async (digest?: string) =>
    new PictureRebuildService(await lab.database.as('worker'), lab.store).execute(labId, digest);
  const digests = async () =>
    (
      await lab.database.look<{ digest: string }>('select digest from snapshot where lab_id = $1 order by created_at', [
        labId,
      ])
    ).map(({ digest }) => digest);
  const differences = async (name: 'sanne' | 'petra' | 'wilma') => {
    const rows = await lab.differences.list(await lab.as(name), labId);
    return rows.find(({ datasetId }) => datasetId === lab.ids.dataset('meldingen'));
  };

  it('differ by what was delivered: exact for its organisation, in bands for the others', async () => {
    expect(await lab.differences.list(await lab.as('sanne'), labId)).toEqual([]);
    const late = Array.from({ length: 12 }, () => reportRow({ occurred_on: '2024-05-30' }));
    await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows: late, covers: MAY });
    await build();
    const own = (await differences('sanne'))!;
    expect(own).toMatchObject({ isExact: true, isKnown: true, previous: { digest: (await digests())[0] } });
    expect(own.total.added).toEqual({ least: 12, most: 12 });
    for (const name of ['petra', 'wilma'] as const)
      expect(await differences(name)).toMatchObject({
        isExact: false,
        total: { added: { least: 10, most: 49 }, changed: { least: 0, most: 0 } },
      });
    // What did not change is said to be the same.
    const police = (await lab.differences.list(await lab.as('petra'), labId)).find(
      ({ datasetId }) => datasetId === lab.ids.dataset('incidenten'),
    );
    expect(police).toMatchObject({ isExact: true, total: { added: { least: 0 }, removed: { least: 0 } }, cells: [] });
    await expect(lab.as('greta').then((ctx) => lab.differences.list(ctx, labId))).rejects.toMatchObject({
      kind: 'NotFound',
    });
  });

  it('says that nothing is known where the rows of the one before are gone', async () => {
    await lab.store.destroy((await digests())[0]!);
    await deliver(lab, {
      by: 'sanne',
      dataset: 'meldingen',
      rows: [reportRow({ occurred_on: '2024-05-30' })],
      covers: MAY,
    });
    await build();
    expect(await differences('sanne')).toMatchObject({ isKnown: false, cells: [] });
  });

  it('is made again to the same digest, also when newer loads have come since', async () => {
    const [first] = await digests();
    expect(await rebuild()).toMatchObject({ outcome: 'equal', digest: first, loads: 2, hasFile: true });
    await deliver(lab, {
      by: 'sanne',
      dataset: 'meldingen',
      rows: reportRows(3, { occurred_on: '2024-05-20' }),
      covers: MAY,
    });
    await build();
    const [, second] = await digests();
    expect(second).not.toBe(first);
    expect(await rebuild()).toMatchObject({ outcome: 'equal', digest: second });
    expect(await rebuild(first)).toMatchObject({ outcome: 'equal', digest: first, rebuiltDigest: first });
  });

  it('has another digest and a readable difference when one row is not what it was', async () => {
    await lab.database.look(
      `update report set category = 'youth' where (load_id, record_hash) = (select load_id, record_hash from report
         where dataset_id = $1 and category <> 'youth' order by record_hash limit 1)`,
      [lab.ids.dataset('meldingen')],
    );
    const rebuilt = await rebuild();
    expect(rebuilt).toMatchObject({
      outcome: 'different',
      differences: [{ datasetName: 'meldingen van gemeente', total: { changed: { least: 1, most: 9 } } }],
    });
    expect(rebuilt).not.toMatchObject({ rebuiltDigest: rebuilt.digest });
  });

  it('cannot be made again of what was withdrawn, and says so', async () => {
    const [load] = await lab.database.look<{ id: string }>('select id from load where dataset_id = $1', [
      lab.ids.dataset('meldingen'),
    ]);
    await lab.loads.withdraw(await lab.as('sanne'), load!.id, 'verkeerde export');
    expect(await rebuild()).toMatchObject({
      outcome: 'impossible',
      reasons: [
        expect.stringMatching(/^load 1 of meldingen van gemeente \(Gemeente Teststad\) was withdrawn on 2024-06-02$/),
      ],
    });
    await build();
    // What is left can.
    expect(await rebuild()).toMatchObject({ outcome: 'equal', loads: 1 });
    // The source that is gone differs all the same.
    expect((await differences('sanne'))!.total.removed).toEqual({ least: 40, most: 40 });
    await lab.maintenance.execute({ labId, actorId: lab.ids.person('sanne'), requestId: 'night' });
    const [first] = await digests();
    const after = await rebuild(first);
    expect(after).toMatchObject({ outcome: 'impossible' });
    expect(JSON.stringify(after)).toContain('destroyed');
  });

  it('links nothing between organisations: the same household has in each source a number of its own', async () => {
    const rows = [reportRow({ occurred_on: '2024-05-02' })];
    await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows, covers: MAY });
    await deliver(lab, { by: 'pim', dataset: 'incidenten', rows, covers: MAY });
    const stored = await lab.database.look<{ n: number }>(
      `select count(distinct household_key)::int as n from report where household_key is not null and lab_id = $1`,
      [labId],
    );
    expect(stored[0]!.n).toBeGreaterThan(0);
    // One key in the file of both, two pseudonyms in the database: no join finds them.
    const shared = await lab.database.look(
      `select a.household_key from report a join report b on a.household_key = b.household_key and a.dataset_id <> b.dataset_id`,
    );
    expect(shared).toEqual([]);
    await build();
    const snapshot = (await lab.store.find((await digests()).at(-1)!))!;
    const numbers = await withSnapshot(snapshot, async (duck) =>
      (await duck.run('select distinct dataset_id, household from reports where household > 0')).getRowObjectsJS(),
    );
    // Numbers of one source begin at 1, as do those of the other: the same number is not the same household.
    expect(numbers).toEqual(
      expect.arrayContaining([
        { dataset_id: lab.ids.dataset('meldingen'), household: 1 },
        { dataset_id: lab.ids.dataset('incidenten'), household: 1 },
      ]),
    );
  });
});
