import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { ReleaseRow } from '@datalab/data';
import { deliver, describeWithDatabase, reportRows, TestLab } from '@datalab/testing';
import { setAgreement, SetGround, SetLedger } from './release-flow.fake.js';
import { ReleaseCheckerService } from './release-checker.service.js';
import { ReleaseOutService } from './release-out.service.js';
import { ReleaseReviewsService } from './release-reviews.service.js';
import { ReleasesService } from './releases.service.js';
import { StandingOverviewService } from './standing-overview.service.js';
import { StandingReleasesService } from './standing-releases.service.js';

const CONTEXT = {
  title: 'Meldingen per wijk',
  what: 'Meldingen per wijk en per jaar, elke maand opnieuw.',
  why: 'Om te kiezen in welke wijk het team begint.',
  notToConclude: 'Niet dat er meer overlast is waar meer gemeld wordt.',
};

describeWithDatabase('a standing release', () => {
  let lab: TestLab;
  let labId: string;
  const ground = new SetGround();
  const ledger = new SetLedger();
  let releases: ReleasesService;
  let reviews: ReleaseReviewsService;
  let overview: StandingOverviewService;
  let standing: StandingReleasesService;
  let checker: ReleaseCheckerService;
  let out: ReleaseOutService;
  const work = () => ({ labId, actorId: lab.ids.person('joris'), requestId: 'refresh' });

  /** Delivers rows on top of what is there and builds the picture; gives its id. */
  const picture = async (rows: ReturnType<typeof reportRows>, year: string): Promise<string> => {
    const covers = [{ from: `${year}-01-01`, to: `${year}-05-31` }];
    await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows, covers });
    await lab.buildPicture();
    const [snapshot] = await lab.database.look<{ id: string }>(
      'select id from snapshot order by created_at desc limit 1',
    );
    await lab.database.look(
      `insert into value_evidence (snapshot_id, lab_id, document, computed_at) values ($1, $2, '{}', now()) on conflict do nothing`,
      [snapshot!.id, labId],
    );
    return snapshot!.id;
  };
  const list = async (): Promise<ReleaseRow[]> => releases.list(await lab.as('joris'), labId);
  const current = async () => (await overview.list(await lab.as('joris'), labId))[0]!;

  beforeAll(async () => {
    lab = await TestLab.open();
    labId = lab.ids.lab('overlast');
    const [api, worker] = [await lab.database.as('api'), await lab.database.as('worker')];
    releases = new ReleasesService(api, ground);
    reviews = new ReleaseReviewsService(api);
    overview = new StandingOverviewService(api);
    checker = new ReleaseCheckerService(worker, ledger, ground, lab.clock);
    out = new ReleaseOutService(worker, ledger, ground, lab.clock);
    standing = new StandingReleasesService(worker, checker, out, ground, lab.clock);
    await picture(reportRows(40, { area_code: 'B01' }), '2024');
    const { id } = await releases.draft(await lab.as('joris'), {
      labId,
      of: {
        design: {
          datasetId: lab.ids.dataset('meldingen'),
          level: 'wijk',
          grain: 'year',
          category: 'all',
          from: null,
          leaveOut: [],
        },
      },
      context: CONTEXT,
      wishes: { tier: 'lab', embargoDays: 0, wantsStanding: true },
    });
    await releases.submit(await lab.as('joris'), id);
    await checker.execute(work(), id);
    await reviews.review(await lab.as('petra'), id, 'approve', '');
    await reviews.review(await lab.as('fatma'), id, 'approve', '');
    await out.execute(work(), id);
  });
  afterAll(() => lab.close());

  it('is given by the two who checked its design, for a year', async () => {
    expect(await current()).toMatchObject({ endedAt: null, goodUntil: new Date('2025-06-02T10:00:00Z') });
  });

  it('goes out again with a new picture, once, without people, although the values are of earlier rows', async () => {
    ground.answered = 'new_rows';
    const snapshotId = await picture(reportRows(40, { area_code: 'B02', occurred_on: '2023-02-01' }), '2023');
    const [asked] = await lab.database.look<{ payload: object }>(
      `select payload from outbox where job = 'standing-refresh' order by created_at desc limit 1`,
    );
    expect(asked!.payload).toEqual({ standingId: (await current()).id, snapshotId });
    await standing.refresh(work(), (await current()).id, snapshotId);
    await standing.refresh(work(), (await current()).id, snapshotId);
    const made = await list();
    expect(made.map(({ version, state }) => [version, state])).toEqual([
      [2, 'released'],
      [1, 'released'],
    ]);
    expect(made[0]!.criteria!.map(({ code }) => code)).toContain('standing-release');
    expect(ledger.entered).toHaveLength(2);
    ground.answered = 'answered';
  });

  it('waits for two checkers where the agreement is another, and is stopped where the ledger refuses', async () => {
    ground.agreed = setAgreement(2);
    const second = await picture(reportRows(40, { area_code: 'B01', occurred_on: '2022-02-01' }), '2022');
    await standing.refresh(work(), (await current()).id, second);
    expect((await list())[0]).toMatchObject({ version: 3, state: 'submitted' });
    ground.agreed = setAgreement(1);
    ledger.refuses = () => ({ state: 'refused', code: 'ledger', cells: [{ areaCode: 'W1', period: '2021' }] });
    const third = await picture(reportRows(40, { area_code: 'B01', occurred_on: '2021-02-01' }), '2021');
    await standing.refresh(work(), (await current()).id, third);
    expect((await list())[0]).toMatchObject({ version: 4, state: 'refused', stopped: { code: 'ledger' } });
    ledger.refuses = () => ({ state: 'safe' });
  });

  it('has one refresh a quarter drawn to be looked at, and ends where that is found unsound', async () => {
    await standing.upkeep(work());
    await standing.upkeep(work());
    const drawn = (await list()).filter(({ sampledAt }) => sampledAt !== null);
    expect(drawn.map(({ version }) => version)).toEqual([2]);
    await expect(reviews.judgeSample(await lab.as('joris'), drawn[0]!.id, 'sound')).rejects.toMatchObject({
      kind: 'Forbidden',
    });
    await reviews.judgeSample(await lab.as('fatma'), drawn[0]!.id, 'unsound');
    expect(await current()).toMatchObject({ endReason: 'sample_unsound' });
  });

  it('ends after its year, and never stands longer, whatever a service writes', async () => {
    const { id } = await current();
    await lab.database.look('update standing_release set ended_at = null, end_reason = null where id = $1', [id]);
    lab.clock.set(new Date('2025-06-03T10:00:00Z'));
    await standing.upkeep(work());
    expect(await current()).toMatchObject({ endReason: 'expired' });
    await expect(
      lab.database.look(`update standing_release set good_until = given_at + interval '13 months' where id = $1`, [id]),
    ).rejects.toThrow('violates check constraint');
    await expect(overview.end(await lab.as('greta'), randomUUID())).rejects.toMatchObject({ kind: 'NotFound' });
  });
});
