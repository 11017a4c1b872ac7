import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ReleaseRow } from '@datalab/data';
import { deliver, describeWithDatabase, reportRows, TestLab, type PersonName } from '@datalab/testing';
import { setAgreement, SetGround, SetLedger } from './release-flow.fake.js';
import { marginOf } from './release-check.js';
import { ReleaseCheckerService } from './release-checker.service.js';
import { ReleaseOutService } from './release-out.service.js';
import { ReleaseReviewsService } from './release-reviews.service.js';
import { ReleasesService } from './releases.service.js';

const CONTEXT = {
  title: 'Geluid per wijk',
  what: 'Meldingen over geluid per wijk en per jaar.',
  why: 'Om te kiezen in welke wijk het team begint.',
  notToConclude: 'Niet dat er meer overlast is waar meer gemeld wordt.',
};
const WISHES = { tier: 'lab', embargoDays: 0, wantsStanding: false };

describeWithDatabase('a release', () => {
  let lab: TestLab;
  let ground: SetGround;
  let ledger: SetLedger;
  let releases: ReleasesService;
  let reviews: ReleaseReviewsService;
  let checker: ReleaseCheckerService;
  let out: ReleaseOutService;
  let labId: string;

  beforeAll(async () => {
    lab = await TestLab.open();
    labId = lab.ids.lab('overlast');
    await deliver(lab, {
      by: 'sanne',
      dataset: 'meldingen',
      rows: [...reportRows(20, { area_code: 'B01' }), ...reportRows(3, { area_code: 'B04' })],
    });
    await lab.buildPicture();
  });
  beforeEach(async () => {
    ground = new SetGround();
    ledger = new SetLedger();
    const [api, worker] = [await lab.database.as('api'), await lab.database.as('worker')];
    releases = new ReleasesService(api, ground);
    reviews = new ReleaseReviewsService(api);
    checker = new ReleaseCheckerService(worker, ledger, ground, lab.clock);
    out = new ReleaseOutService(worker, ledger, ground, lab.clock);
  });
  afterAll(() => lab.close());

  const design = (change: object = {}) => ({
    datasetId: lab.ids.dataset('meldingen'),
    level: 'wijk',
    grain: 'year',
    category: 'all',
    from: null,
    leaveOut: [],
    ...change,
  });
  const work = () => ({ labId, actorId: lab.ids.person('joris'), requestId: 'check' });
  const draft = async (change: object = {}, wishes: object = {}, by: PersonName = 'joris') =>
    releases.draft(await lab.as(by), {
      labId,
      of: { design: design(change) },
      context: CONTEXT,
      wishes: { ...WISHES, ...wishes },
    });
  const get = async (id: string, as: PersonName = 'joris') => releases.get(await lab.as(as), id);
  const submitted = async (change: object = {}, wishes: object = {}): Promise<ReleaseRow> => {
    const { id } = await draft(change, wishes);
    await releases.submit(await lab.as('joris'), id);
    await checker.execute(work(), id);
    return get(id);
  };
  const judge = async (id: string, as: PersonName, verdict: 'approve' | 'return' | 'refuse' = 'approve') =>
    reviews.review(await lab.as(as), id, verdict, verdict === 'approve' ? '' : 'Zo kan het niet.');

  it('goes out after the machine and two checkers of two organisations, and then never changes', async () => {
    const release = await submitted();
    expect(release).toMatchObject({ state: 'submitted', stopped: null, document: { given: 1, withheld: 1 } });
    expect((await judge(release.id, 'petra')).state).toBe('partially_reviewed');
    expect((await judge(release.id, 'fatma')).state).toBe('approved');
    await out.execute(work(), release.id);
    await out.execute(work(), release.id);
    const released = await get(release.id);
    expect(released).toMatchObject({ state: 'released', policyVersion: '1', version: 1 });
    expect(released.criteria!.filter(({ met }) => !met)).toEqual([]);
    expect(released.criteria!.map(({ code }) => code)).toContain('two-checkers');
    expect(ledger.entered).toEqual([release.id]);
    await expect(lab.database.look(`update release set document = '{}' where id = $1`, [release.id])).rejects.toThrow(
      'what is released does not change',
    );
  });

  it('is checked by nobody who may not: the requester, a colleague of the trade, another lab', async () => {
    const { id } = await submitted();
    for (const name of ['joris', 'marit', 'sanne'] as const)
      await expect(judge(id, name)).rejects.toMatchObject({ kind: name === 'sanne' ? 'NotFound' : 'Forbidden' });
    await expect(judge(id, 'greta')).rejects.toMatchObject({ kind: 'NotFound' });
    await expect(judge(id, 'wilma')).rejects.toMatchObject({ kind: 'NotFound' });
  });

  it('is not approved by one person twice, and begins anew after any change', async () => {
    const { id } = await submitted();
    await judge(id, 'petra');
    await expect(judge(id, 'petra')).rejects.toMatchObject({ code: 'release.judged-already' });
    await releases.change(await lab.as('joris'), id, { ...CONTEXT, title: 'Geluid in de wijken' }, WISHES);
    expect(await get(id)).toMatchObject({ state: 'draft', round: 2 });
    await expect(judge(id, 'fatma')).rejects.toMatchObject({ kind: 'InvalidState' });
    await releases.submit(await lab.as('joris'), id);
    await checker.execute(work(), id);
    expect((await judge(id, 'fatma')).state).toBe('partially_reviewed');
  });

  it('shows checkers rules and margins in bands, and exact numbers of their own organisation alone', async () => {
    const { id } = await submitted({ level: 'buurt' });
    const own = await reviews.getCheck(await lab.as('fatma'), id);
    expect(own.own).toEqual([{ areaCode: 'B01', period: '2024', reports: 20 }]);
    expect(own.check!.cells).toEqual(
      expect.arrayContaining([
        { areaCode: 'B01', period: '2024', rule: 'all_rules_passed', margin: 'clear' },
        { areaCode: 'B04', period: '2024', rule: 'too_few_reports', margin: null },
      ]),
    );
    const other = await reviews.getCheck(await lab.as('petra'), id);
    expect(other.own).toEqual([]);
    // Of data of others: no more than what she is given already says.
    expect(other.check).toEqual(own.check);
    for (const { areaCode, margin } of other.check!.cells) {
      const shown = other.release.document!.tables[0]!.rows.find((row) => row[0] === areaCode && row[3] === 'shown');
      expect(margin).toBe(shown === undefined ? null : marginOf(Number(shown[4]), 5));
    }
    const requester = await reviews.getCheck(await lab.as('joris'), id);
    expect([requester.own, requester.check]).toEqual([[], null]);
  });

  it('waits for the seven values, and is stopped where the agreement changed meanwhile', async () => {
    const { id } = await submitted();
    await judge(id, 'petra');
    await judge(id, 'fatma');
    ground.answered = 'open';
    await out.execute(work(), id);
    expect((await get(id)).state).toBe('approved');
    ground.answered = 'answered';
    ground.agreed = setAgreement(2);
    await out.execute(work(), id);
    expect(await get(id)).toMatchObject({ state: 'refused', stopped: { code: 'agreement-changed' } });
  });

  it('that would say too much is refused with the cells and with safe forms of it, of which one becomes the next version', async () => {
    const cells = [{ areaCode: 'B01', period: '2024' }];
    ledger.refuses = ({ document }) =>
      document.design!.level === 'buurt' && document.design!.leaveOut.length === 0
        ? { state: 'refused', code: 'ledger', cells }
        : { state: 'safe' };
    const refused = await submitted({ level: 'buurt', category: 'noise' });
    expect(refused).toMatchObject({ state: 'refused', document: null, stopped: { code: 'ledger', cells } });
    // The only number of the table is the one that says too much: leaving it out gives nothing, so it is not proposed.
    expect(refused.stopped!.versions.map(({ name, loss }) => [name, loss])).toEqual([['larger_areas', 0]]);
    const next = await releases.draftSafeVersion(await lab.as('joris'), refused.id, 0);
    expect(next).toMatchObject({ version: 2, seriesId: refused.seriesId, design: { level: 'wijk' }, state: 'draft' });
    await releases.submit(await lab.as('joris'), next.id);
    await checker.execute(work(), next.id);
    expect(await get(next.id)).toMatchObject({ state: 'submitted', stopped: null });
  });

  it('is for nobody outside those who ask, check and lead until it is out, and can be withdrawn with a reason that stays', async () => {
    const { id } = await submitted();
    for (const name of ['pim', 'wilma', 'greta'] as const)
      await expect(get(id, name)).rejects.toMatchObject({ kind: 'NotFound' });
    await judge(id, 'petra');
    await judge(id, 'fatma');
    await out.execute(work(), id);
    expect((await get(id, 'pim')).state).toBe('released');
    await expect(get(id, 'wilma')).rejects.toMatchObject({ kind: 'NotFound' });
    await expect(releases.withdraw(await lab.as('pim'), id, 'Het klopt niet.')).rejects.toMatchObject({
      kind: 'Forbidden',
    });
    const gone = await releases.withdraw(await lab.as('fatma'), id, 'Een bron was dubbel geleverd.');
    expect(gone).toMatchObject({ state: 'withdrawn', withdrawnReason: 'Een bron was dubbel geleverd.' });
    expect(gone.document).not.toBeNull();
  });

  describe('is not handed in', () => {
    it('without an agreement, for the public where that is not agreed, or with too long an embargo', async () => {
      ground.agreed = undefined;
      const first = await draft();
      await expect(releases.submit(await lab.as('joris'), first.id)).rejects.toMatchObject({
        code: 'release.no-agreement',
      });
      ground = new SetGround();
      releases = new ReleasesService(await lab.database.as('api'), ground);
      const late = await draft({}, { tier: 'public', embargoDays: 15 });
      await expect(releases.submit(await lab.as('joris'), late.id)).rejects.toMatchObject({
        code: 'release.embargo-too-long',
      });
      ground.agreed = { ...ground.agreed!, recipients: ['participants'] };
      const open = await draft({}, { tier: 'public' });
      await expect(releases.submit(await lab.as('joris'), open.id)).rejects.toMatchObject({
        code: 'release.public-not-agreed',
      });
    });

    it.each([
      ['a text that tells of a person', { ...CONTEXT, why: 'Voor mevrouw op 1234 AB 12 is dit nodig.' }],
      ['a text that is missing', { ...CONTEXT, what: '' }],
      ['a field of its own making', { ...CONTEXT, file: 'x.zip' }],
    ])('with %s', async (_what, context) => {
      const request = { labId, of: { design: design() }, context, wishes: WISHES };
      await expect(releases.draft(await lab.as('joris'), request)).rejects.toMatchObject({ kind: 'InvalidInput' });
    });

    it('by who may not ask for one', async () => {
      await expect(draft({}, {}, 'fatma')).rejects.toMatchObject({ kind: 'Forbidden' });
      await expect(draft({}, {}, 'greta')).rejects.toMatchObject({ kind: 'NotFound' });
    });
  });

  it('that was asked for by somebody who has left is not looked at further', async () => {
    const { id } = await draft();
    await releases.submit(await lab.as('joris'), id);
    const hold = `update membership set ended_at = $2 where person_id = $1`;
    await lab.database.look(hold, [lab.ids.person('joris'), lab.clock.now()]);
    await checker.execute(work(), id);
    await lab.database.look(hold, [lab.ids.person('joris'), null]);
    expect(await get(id)).toMatchObject({ state: 'refused', stopped: { code: 'requester-left' } });
  });

  it('cannot be approved or let out past the database, whatever a service believes', async () => {
    const { id } = await submitted();
    const fatma = { userId: lab.ids.person('fatma') };
    await expect(
      lab.database.query('api', fatma, `update release set state = 'approved' where id = $1`, [id]),
    ).rejects.toThrow('approved by two organisations');
    await expect(
      lab.database.query('api', fatma, `update release set state = 'released' where id = $1`, [id]),
    ).rejects.toThrow(/only the worker|violates/);
    await expect(
      lab.database.query(
        'worker',
        { labId },
        `update release set state = 'released', released_at = now() where id = $1`,
        [id],
      ),
    ).rejects.toThrow('only a standing release');
  });
});
