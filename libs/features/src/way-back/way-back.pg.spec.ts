import { generateSealingKeyPair, openRecordHashes, type SealingKeyPair } from '@datalab/pseudonym';
import {
  agree,
  approvedShell,
  deliver,
  describeWithDatabase,
  justSignedIn,
  releasedRun,
  reportRows,
  TestLab,
  testRuns,
  type PersonName,
} from '@datalab/testing';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HouseholdLinks } from '../analyses/data/household-links.js';
import { RunReader } from '../analyses/data/run-reader.js';
import { WayBackBuilderService } from './way-back-builder.service.js';
import { WayBackListsService } from './way-back-lists.service.js';
import { WayBacksService } from './way-backs.service.js';

const FORM = { method: 'known-to-n', unit: 'address', grain: 'all', periodFrom: '2024-01-01', periodTo: '2024-05-31' };
const REASON = 'Casusoverleg: hulp aanbieden waar nog geen hulp is.';
const TOLD = 'De wijkverpleegkundige belt eerst zelf aan bij de bewoner.';

/** Addresses 0 … n − 1 with two reports each; `all` of them are known everywhere by the same key. */
const rowsOf = (source: string, n: number, all: number) =>
  reportRows(n * 2).map((row, i) => ({
    ...row,
    household_key: i % n < all ? `everywhere-${i % n}` : `${source}-${i % n}`,
  }));

describeWithDatabase('the way back', () => {
  let lab: TestLab;
  let labId: string;
  let service: WayBacksService;
  let lists: WayBackListsService;
  let builder: WayBackBuilderService;
  let key: SealingKeyPair;
  let releaseId: string;
  let own: ReturnType<typeof rowsOf>;
  beforeAll(async () => {
    lab = await TestLab.open();
    labId = lab.ids.lab('overlast');
    // The wijkteam is care, and keeps records of its own here.
    await lab.database.look(`update dataset set organisation_id = $1, kind = 'records' where key = 'voorzieningen'`, [
      lab.ids.organisation('wijkteam'),
    ]);
    await lab.database.look(
      `insert into membership (lab_id, person_id, organisation_id, role, areas)
       select $1, $2, $3, role, '{}' from unnest(array['data_steward', 'domain_expert']) as role`,
      [labId, lab.ids.person('wilma'), lab.ids.organisation('wijkteam')],
    );
    own = rowsOf('w', 20, 7);
    await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows: rowsOf('g', 40, 7) });
    await deliver(lab, { by: 'pim', dataset: 'incidenten', rows: rowsOf('p', 30, 7) });
    await deliver(lab, { by: 'wilma', dataset: 'voorzieningen', rows: own });
    await lab.buildPicture();
    const datasetIds = (['meldingen', 'incidenten', 'voorzieningen'] as const).map((name) => lab.ids.dataset(name));
    const links = [{ by: 'household_key' as const, datasetIds }];
    await agree(lab, { links, wayBackReceiverId: lab.ids.organisation('wijkteam') });
    const runs = await testRuns(lab);
    const shellId = await approvedShell(lab, 'overlast', 'meldingen', { ...FORM, datasetIds } as object);
    const run = await runs.run('joris', { shellId, categories: null, options: {} });
    expect(run).toMatchObject({ state: 'done' });
    releaseId = await releasedRun(lab, run);

    const [api, worker] = [await lab.database.as('api'), await lab.database.as('worker')];
    service = new WayBacksService(api);
    lists = new WayBackListsService(api);
    const reader = new RunReader(worker, lab.store, new HouseholdLinks(worker, lab.sourceKeys));
    builder = new WayBackBuilderService(worker, lab.store, reader, lab.clock, randomBytes);
    key = generateSealingKeyPair(randomBytes);
  });
  afterAll(() => lab.close());

  const ask = async (name: PersonName, group = 'known-to-all') =>
    service.ask(await lab.as(name), labId, { releaseId, group, reason: REASON });
  const answer = async (name: PersonName, id: string, approves: boolean) =>
    service.answer(await justSignedIn(lab, name), id, approves, approves ? '' : 'Het doel is nog niet duidelijk.');
  const work = () => ({ labId, actorId: lab.ids.person('wilma'), requestId: 'way-back' });
  const stateOf = async (id: string) =>
    (await service.getOverview(await lab.as('wilma'), labId)).requests.find((row) => row.id === id);
  /** A request that everybody approved. */
  const approved = async (group?: string) => {
    const { id } = await ask('wilma', group);
    await answer('fatma', id, true);
    expect(await answer('petra', id, true)).toMatchObject({ state: 'approved' });
    return id;
  };

  it('is asked by the receiver of care alone, of a released result, and known to those who answer or lead', async () => {
    for (const name of ['sanne', 'fatma', 'joris', 'petra', 'marit'] as const)
      await expect(ask(name)).rejects.toMatchObject({ kind: 'Forbidden' });
    await expect(ask('greta')).rejects.toMatchObject({ kind: 'NotFound' });
    await expect(ask('wilma', 'the-one-at-number-7')).rejects.toMatchObject({ code: 'way-back.no-such-group' });
    const { id, askedOf } = await ask('wilma');
    expect([...askedOf].sort()).toEqual([lab.ids.organisation('gemeente'), lab.ids.organisation('politie')].sort());
    await expect(ask('wilma')).rejects.toMatchObject({ code: 'way-back.under-way' });
    for (const name of ['fatma', 'petra', 'marit', 'wilma'] as const)
      expect((await service.getOverview(await lab.as(name), labId)).requests).toHaveLength(1);
    for (const name of ['pim', 'sanne'] as const)
      expect(await service.getOverview(await lab.as(name), labId)).toMatchObject({ requests: [], starts: [] });
    await expect(service.getOverview(await lab.as('joris'), labId)).rejects.toMatchObject({
      code: 'way-back.not-yours',
    });
    await expect(service.getOverview(await lab.as('greta'), labId)).rejects.toMatchObject({ kind: 'NotFound' });
    expect(await service.withdraw(await lab.as('wilma'), id, 'toch niet')).toMatchObject({ state: 'withdrawn' });
  });

  it('is answered by privacy officers who have just signed in, each once; one refusal ends it', async () => {
    const { id } = await ask('wilma');
    await expect(service.answer(await lab.as('fatma'), id, true, '')).rejects.toMatchObject({
      code: 'agreement.sign-in-again',
    });
    // A privacy officer too, and of who asks.
    await expect(answer('wilma', id, true)).rejects.toMatchObject({ kind: 'Forbidden' });
    expect(await answer('fatma', id, true)).toMatchObject({ state: 'asked' });
    await expect(answer('fatma', id, true)).rejects.toMatchObject({ code: 'way-back.answered-already' });
    await expect(lists.open(await lab.as('wilma'), id, TOLD)).rejects.toMatchObject({ code: 'way-back.wrong-state' });
    expect(await answer('petra', id, false)).toMatchObject({ state: 'refused' });
    await expect(lists.open(await lab.as('wilma'), id, TOLD)).rejects.toMatchObject({ code: 'way-back.wrong-state' });
    await builder.execute(work(), id);
    expect(await lab.database.look('select 1 from way_back_list')).toEqual([]);
  });

  describe('that everybody approved', () => {
    let id: string;
    beforeAll(async () => {
      // The second wall asks the database what time it is.
      lab.clock.set(new Date());
      id = await approved();
    });

    it('waits for the receiver’s key, and for who tells the residents first', async () => {
      const wilma = await lab.as('wilma');
      await expect(lists.open(wilma, id, TOLD)).rejects.toMatchObject({ code: 'way-back.no-key' });
      expect(() => lists.open(wilma, id, 'ja')).toThrow(expect.objectContaining({ code: 'way-back.words-length' }));
      const publicKey = Buffer.from(key.publicKey).toString('base64');
      await expect(lists.registerKey(await lab.as('sanne'), labId, publicKey)).rejects.toMatchObject({
        code: 'way-back.not-receiver',
      });
      const fingerprint = await lists.registerKey(wilma, labId, publicKey);
      expect((await service.getOverview(wilma, labId)).keyFingerprint).toBe(fingerprint);
      expect(await lists.open(wilma, id, TOLD)).toMatchObject({ state: 'opening', toldFirst: TOLD });
    });

    it('gives the receiver its own record hashes of those addresses, sealed, and nothing of others', async () => {
      // Answers take weeks, and every month something is delivered: the numbers of its addresses are then others than those of the result.
      await deliver(lab, {
        by: 'wilma',
        dataset: 'voorzieningen',
        rows: reportRows(3, { occurred_on: '2024-06-10' }).map((row, i) => ({ ...row, household_key: `0-june-${i}` })),
        covers: [{ from: '2024-06-01', to: '2024-06-30' }],
      });
      await builder.execute(work(), id);
      expect(await stateOf(id)).toMatchObject({ state: 'ready', failure: null });
      const { box } = await lists.getList(await lab.as('wilma'), id);
      const expected = own.filter(({ household_key }) => household_key!.startsWith('everywhere'));
      expect(openRecordHashes(box, id, key)).toEqual(expected.map(({ record_hash }) => record_hash).sort());
      // What is stored is the box alone: not one of the hashes is in it.
      const stored = await lab.database.look<{ box: Buffer }>('select box from way_back_list');
      expect(stored.map((row) => row.box.equals(box))).toEqual([true]);
      for (const { record_hash } of expected) expect(box.includes(Buffer.from(record_hash, 'hex'))).toBe(false);
    });

    it('is the receiver’s steward’s alone, behind the second wall too', async () => {
      for (const name of ['fatma', 'petra', 'marit'] as const)
        await expect(lists.getList(await lab.as(name), id)).rejects.toMatchObject({ kind: 'Forbidden' });
      const seen = (name: PersonName) =>
        lab.database.query('api', { userId: lab.ids.person(name) }, 'select box from way_back_list');
      for (const name of ['fatma', 'petra', 'marit', 'joris', 'sanne', 'pim', 'greta'] as const)
        expect(await seen(name)).toEqual([]);
      expect(await seen('wilma')).toHaveLength(1);
    });

    it('ends after thirty days, with a proof, and comes back as a band', async () => {
      lab.clock.set(new Date(lab.clock.now().getTime() + 31 * 86_400_000));
      await expect(lists.getList(await lab.as('wilma'), id)).rejects.toMatchObject({ code: 'way-back.no-list' });
      expect([await builder.upkeep(work()), await builder.upkeep(work())]).toEqual([1, 0]);
      expect(await lab.database.look('select 1 from way_back_list')).toEqual([]);
      expect(
        await lab.database.look(`select reason, counts from deletion_proof where object_kind = 'way_back_list'`),
      ).toEqual([{ reason: 'expired', counts: { lists: 1 } }]);
      const settled = await lists.settle(await lab.as('wilma'), id, { reached: 6, helped: 3 });
      expect(settled).toMatchObject({ state: 'settled', reached: '5–9', helped: '0–4' });
      const texts = JSON.stringify(await lab.database.look('select * from audit_event'));
      expect(texts).not.toContain('"reached"');
    });
  });

  it('gives no list of fewer than five addresses, and does not say how many there were', async () => {
    // Three of the seven addresses are nobody's any more: as if the wijkteam knew four.
    const taken = own.filter(({ household_key }) => /-[456]$/.test(household_key!)).map((row) => row.record_hash);
    const reader = new (class extends RunReader {
      override read: RunReader['read'] = (what, read) =>
        super.read(what, async (rows, duck) => {
          await duck.run(
            `create or replace temporary table reports as select * from reports
             where record_hash not in (${taken.map((hash) => `'${hash}'`).join(', ')})`,
          );
          return read(rows, duck);
        });
    })(await lab.database.as('worker'), lab.store, new HouseholdLinks(await lab.database.as('worker'), lab.sourceKeys));
    const id = await approved();
    await lists.open(await lab.as('wilma'), id, TOLD);
    const fewer = new WayBackBuilderService(await lab.database.as('worker'), lab.store, reader, lab.clock, randomBytes);
    await fewer.execute(work(), id);
    expect(await stateOf(id)).toMatchObject({ state: 'too_few', expiresAt: null });
    expect(await lab.database.look('select 1 from way_back_list')).toEqual([]);
  });

  it('is not opened where a source was delivered anew since its result', async () => {
    const id = await approved();
    await lists.open(await lab.as('wilma'), id, TOLD);
    await deliver(lab, { by: 'pim', dataset: 'incidenten', rows: rowsOf('p', 29, 7) });
    await builder.execute(work(), id);
    expect(await stateOf(id)).toMatchObject({ state: 'failed', failure: 'snapshot-behind' });
  });

  it('is not opened under another agreement than it was approved under, nor on a result that was taken back', async () => {
    const id = await approved();
    await lists.open(await lab.as('wilma'), id, TOLD);
    await lab.database.look(
      `update release set state = 'withdrawn', withdrawn_at = now(), withdrawn_reason = 'fout' where id = $1`,
      [releaseId],
    );
    await builder.execute(work(), id);
    expect(await stateOf(id)).toMatchObject({ state: 'failed', failure: 'result-withdrawn' });
  });

  describe('behind the second wall', () => {
    const write = (name: PersonName, sql: string, values: unknown[] = []) =>
      lab.database.query('api', { userId: lab.ids.person(name) }, sql, values);
    const ask = (name: PersonName, receiver: 'gemeente' | 'wijkteam', askedOf: readonly ('gemeente' | 'politie')[]) =>
      write(
        name,
        `insert into way_back (id, lab_id, receiver_id, agreement_version, release_id, run_id, household_group, reason, asked_of, asked_by, asked_at)
         select gen_random_uuid(), $1, $2, 1, $3, r.run_id, 'known-to-all', 'een reden die lang genoeg is', $4, $5, now()
         from release r where r.id = $3`,
        [
          labId,
          lab.ids.organisation(receiver),
          releaseId,
          askedOf.map((name) => lab.ids.organisation(name)),
          lab.ids.person(name),
        ],
      );

    it('nobody else asks, nobody who must answer is left out, and a result that was taken back leads nowhere', async () => {
      await expect(ask('wilma', 'wijkteam', ['gemeente', 'politie'])).rejects.toThrow('begins at a released result');
      await lab.database.look(`alter table release disable trigger keeps_its_word`);
      await lab.database.look(
        `update release set state = 'released', withdrawn_at = null, withdrawn_reason = null where id = $1`,
        [releaseId],
      );
      await expect(ask('wilma', 'wijkteam', ['politie'])).rejects.toThrow('everybody whose knowledge');
      await expect(ask('petra', 'wijkteam', ['gemeente', 'politie'])).rejects.toThrow('row-level security');
      await expect(ask('sanne', 'gemeente', ['politie'])).rejects.toThrow(/names no such receiver|row-level security/);
      await ask('wilma', 'wijkteam', ['gemeente', 'politie']);
    });

    it('nobody approves for all, answers for another, or makes a list ready, whatever they write', async () => {
      const move = (name: PersonName, state: string) =>
        write(name, `update way_back set state = '${state}' where state = 'asked'`);
      for (const state of ['ready', 'approved', 'opening'])
        await expect(move('wilma', state)).rejects.toThrow(/row-level security|does not go from|every organisation/);
      await expect(move('petra', 'approved')).rejects.toThrow('every organisation whose knowledge is revealed');
      for (const name of ['joris', 'sanne', 'pim', 'marit', 'greta'] as const)
        expect((await move(name, 'approved')) as unknown).toEqual([[], 0]);
      await justSignedIn(lab, 'petra');
      const answer = (person: PersonName, organisation: 'gemeente' | 'politie') =>
        write(
          person,
          `insert into way_back_answer (way_back_id, lab_id, organisation_id, person_id, approves, at, authenticated_at)
           select id, lab_id, $1, $2, true, $3, $3 from way_back where state = 'asked'`,
          [lab.ids.organisation(organisation), lab.ids.person(person), lab.clock.now()],
        );
      await expect(answer('petra', 'gemeente')).rejects.toThrow('row-level security');
      await answer('petra', 'politie');
      await expect(move('petra', 'approved')).rejects.toThrow('every organisation whose knowledge is revealed');
    });
  });
});
