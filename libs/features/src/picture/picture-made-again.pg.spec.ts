import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SnapshotKeyFolder, SnapshotStore } from '@datalab/snapshot';
import { deliver, describeWithDatabase, reportRows, TestLab, type PersonName } from '@datalab/testing';
import { PictureBuilderService } from './picture-builder.service.js';

const MELDINGEN = [
  ...reportRows(12, { area_code: 'B01' }),
  ...reportRows(7, { area_code: 'B03', category: 'youth', occurred_on: '2024-02-29' }),
];

describeWithDatabase('a factual picture that is made again', () => {
  let lab: TestLab;
  beforeAll(async () => {
    lab = await TestLab.open();
    await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows: MELDINGEN });
    await deliver(lab, { by: 'greta', dataset: 'signalen', rows: reportRows(11) });
    await build('overlast');
    await build('rust');
  });
  afterAll(() => lab.close());

  const build = (key: 'overlast' | 'rust') => lab.buildPicture(key);
  const mirror = async () => {
    const query = { labId: lab.ids.lab('overlast'), datasetId: lab.ids.dataset('meldingen'), view: 'mirror' } as const;
    const sheet = { ...query, level: 'buurt', period: '2024', category: 'all' };
    const { areas } = await lab.pictures.getSheet(await lab.as('sanne'), sheet);
    return Object.fromEntries(areas.map(({ areaCode, reports, state }) => [areaCode, reports ?? state]));
  };

  describe('of the same deliveries', () => {
    const snapshots = () =>
      lab.database.look<{ digest: string }>('select digest from snapshot where lab_id = $1 order by created_at', [
        lab.ids.lab('overlast'),
      ]);

    it('is not made again', async () => {
      const before = await snapshots();
      await build('overlast');
      expect(await snapshots()).toEqual(before);
    });

    it('has the same digest, in whatever order and load the rows came; one other row gives another', async () => {
      const first = (await snapshots()).at(-1)!.digest;
      const rows = [...MELDINGEN].reverse();
      await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows });
      await build('overlast');
      expect((await snapshots()).at(-1)!.digest).toBe(first);
      const other = rows.map((row, n) => (n === 5 ? { ...row, occurred_on: '2024-01-16' } : row));
      await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows: other });
      await build('overlast');
      expect((await snapshots()).at(-1)!.digest).not.toBe(first);
    });

    it('leaves the cells of the newest alone, and other labs as they were', async () => {
      const rows = await lab.database.look(
        `select l.key, count(distinct c.snapshot_id)::int as snapshots from cell c join lab l on l.id = c.lab_id group by 1 order by 1`,
      );
      expect(rows).toEqual([
        { key: 'overlast', snapshots: 1 },
        { key: 'rust', snapshots: 1 },
      ]);
    });
  });

  it('says that it is being refreshed from a delivery until the picture that answers it', async () => {
    const refreshing = async (name: PersonName, key: 'overlast' | 'rust') =>
      (await lab.pictures.findOverview(await lab.as(name), lab.ids.lab(key)))!.isRefreshing;
    expect(await refreshing('petra', 'overlast')).toBe(false);
    await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows: reportRows(6, { area_code: 'B24' }) });
    expect([await refreshing('petra', 'overlast'), await refreshing('greta', 'rust')]).toEqual([true, false]);
    await build('overlast');
    expect(await refreshing('petra', 'overlast')).toBe(false);
  });

  it('is never put back by a worker that looked before another and finished after it', async () => {
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    const keyFolder = `${lab.uploads.path}/slow-keys`;
    const key = new Uint8Array(32);
    const secrets = { keys: new SnapshotKeyFolder(keyFolder, key), keyFolder, noise: key };
    class SlowStore extends SnapshotStore {
      override async write(...args: Parameters<SnapshotStore['write']>) {
        const written = await super.write(...args);
        await released;
        return written;
      }
    }
    const slow = new PictureBuilderService(
      await lab.database.as('worker'),
      new SlowStore(`${lab.uploads.path}/slow`, secrets),
    );
    await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows: reportRows(20, { area_code: 'B24' }) });
    const work = { labId: lab.ids.lab('overlast'), actorId: lab.ids.person('sanne'), requestId: 'slow' };
    const overtaken = slow.execute(work);
    await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows: reportRows(21, { area_code: 'B24' }) });
    await build('overlast');
    release();
    await expect(overtaken).rejects.toMatchObject({ kind: 'Unavailable', code: 'picture.overtaken' });
    expect(await mirror()).toEqual({ B24: 21 });
    // Tried again, it finds that there is nothing left to do.
    await slow.execute(work);
    expect(await mirror()).toEqual({ B24: 21 });
  });
});
