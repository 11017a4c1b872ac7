import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { describeWithDatabase, TestLab } from '@datalab/testing';
import { FindingsService } from './findings.service.js';
import { InterpretationsService } from './interpretations.service.js';
import { SolutionsService } from './solutions.service.js';

const PLAN = {
  category: 'noise',
  level: 'buurt',
  comparisonAreaCodes: [],
  firstMonth: '2024-09',
  expectedChange: -0.2,
  harm: 'overlast verschuift naar de buren',
};

describeWithDatabase('from released results to solutions', () => {
  let lab: TestLab;
  let interpretations: InterpretationsService;
  let findings: FindingsService;
  let solutions: SolutionsService;
  let releaseId: string;
  const overlast = () => lab.ids.lab('overlast');

  beforeEach(async () => {
    lab = await TestLab.open();
    const api = await lab.database.as('api');
    [interpretations, findings, solutions] = [
      new InterpretationsService(api),
      new FindingsService(api),
      new SolutionsService(api),
    ];
    await lab.database.look(
      `insert into membership (lab_id, person_id, organisation_id, role) values ($1, $2, $3, 'domain_expert')`,
      [overlast(), lab.ids.person('joris'), lab.ids.organisation('gemeente')],
    );
    await lab.database.look(`update lab_step set state = 'open' where lab_id = $1 and step = 'solutions'`, [
      overlast(),
    ]);
    releaseId = await released('association');
  });
  afterEach(() => lab.close());

  async function released(label: string): Promise<string> {
    const [snapshot] = await lab.database.look<{ id: string }>(
      `insert into snapshot (lab_id, digest, manifest) values ($1, $2, '{"inputs": "", "sources": []}') returning id`,
      [overlast(), 'a'.repeat(64)],
    );
    const [row] = await lab.database.look<{ id: string }>(
      `insert into release (lab_id, series_id, version, kind, analysis_kind, tier, state, run_id, snapshot_id, snapshot_digest, context, document, digest,
         policy_version, criteria, released_at, requested_by, requested_organisation_id)
       values ($1, gen_random_uuid(), 1, 'run', 'diagnostic', 'lab', 'released', gen_random_uuid(), $2, 'a', '{}', $3, $4, '1', '{}', now(), $5, $6)
       returning id`,
      [
        overlast(),
        snapshot!.id,
        JSON.stringify({ method: { label } }),
        'b'.repeat(64),
        lab.ids.person('joris'),
        lab.ids.organisation('gemeente'),
      ],
    );
    return row!.id;
  }

  /** A result that both organisations have read and agreed on. */
  async function agreed(): Promise<string> {
    const marit = await lab.as('marit');
    const { id } = await interpretations.open(marit, overlast(), releaseId, 'Wat zien we?');
    await interpretations.write(await lab.as('joris'), id, 'Overlast hangt samen met leegstand.', '');
    await interpretations.write(await lab.as('petra'), id, 'Wij zien vooral drukte in de avond.', '');
    await interpretations.share(marit, id);
    await interpretations.agree(
      marit,
      id,
      'Leegstand gaat samen met overlast.',
      'Of het een het ander geeft weten we niet.',
    );
    return id;
  }

  const statement = (interpretationId: string) => ({
    interpretationId,
    title: 'Leegstand en overlast',
    words: 'Waar meer leegstand is, wordt meer overlast gemeld.',
    strength: 'association' as const,
  });
  const option = (findingIds: string[]) => ({
    title: 'Leegstand tegengaan',
    words: 'Tijdelijk bewonen van leegstaande panden in deze buurt.',
    partners: [lab.ids.organisation('politie')],
    areaCodes: ['W1'],
    expected: 'Een vijfde minder meldingen over geluid.',
    findingIds,
  });

  describe('a reading', () => {
    it('is its organisation’s alone until all are shared, and everybody knows for whom the session waits', async () => {
      const marit = await lab.as('marit');
      const { id } = await interpretations.open(marit, overlast(), releaseId, '');
      await interpretations.write(await lab.as('petra'), id, 'Wij zien drukte in de avond.', '');
      const [ofJoris] = await interpretations.list(await lab.as('joris'), overlast());
      expect(ofJoris!.readings).toEqual([]);
      expect(ofJoris!.writtenBy).toEqual([lab.ids.organisation('politie')]);
      await expect(interpretations.share(marit, id)).rejects.toMatchObject({ code: 'interpretation.too-few' });
      await interpretations.write(await lab.as('joris'), id, 'Leegstand speelt mee.', '');
      const shared = await interpretations.share(marit, id);
      expect(shared.readings.map(({ organisationName }) => organisationName)).toEqual(['Gemeente Teststad', 'Politie']);
    });

    it('stays as it was once it is shared; only dissent is added', async () => {
      const id = await agreed();
      const petra = await lab.as('petra');
      await expect(interpretations.write(petra, id, 'Toch iets anders.', '')).rejects.toMatchObject({
        code: 'reading.shared',
      });
      const view = await interpretations.write(
        petra,
        id,
        'Wij zien vooral drukte in de avond.',
        'Leegstand is niet de oorzaak.',
      );
      expect(view.readings.find(({ organisationName }) => organisationName === 'Politie')!.dissent).toBe(
        'Leegstand is niet de oorzaak.',
      );
    });

    it('is nobody’s business outside the lab, nor of who looks after a wijk', async () => {
      const id = await agreed();
      for (const name of ['greta', 'wilma'] as const) {
        const ctx = await lab.as(name);
        await expect(interpretations.list(ctx, overlast())).rejects.toMatchObject({ kind: 'NotFound' });
        await expect(interpretations.write(ctx, id, 'Ik lees mee.', '')).rejects.toMatchObject({ kind: 'NotFound' });
      }
      await expect(interpretations.write(await lab.as('fatma'), id, 'Ik lees mee.', '')).rejects.toMatchObject({
        kind: 'Forbidden',
      });
    });
  });

  describe('a finding', () => {
    it('follows from an agreed reading, is no stronger than its result, and tells of no person', async () => {
      const joris = await lab.as('joris');
      const { id } = await interpretations.open(await lab.as('marit'), overlast(), releaseId, '');
      await expect(findings.state(joris, overlast(), statement(id))).rejects.toMatchObject({
        code: 'finding.not-agreed',
      });
      await lab.database.look(`update interpretation set state = 'agreed', agreed_at = now() where id = $1`, [id]);
      const causal = { ...statement(id), strength: 'cause' as const };
      await expect(findings.state(joris, overlast(), causal)).rejects.toMatchObject({ code: 'finding.too-strong' });
      await expect(
        findings.state(joris, overlast(), { ...statement(id), words: 'Bel 06-12345678 voor meer.' }),
      ).rejects.toMatchObject({ code: 'text.tells-of-a-person' });
      expect(await findings.state(joris, overlast(), statement(id))).toMatchObject({
        strength: 'association',
        releaseId,
      });
    });

    it('does not follow from a result that was taken back', async () => {
      const id = await agreed();
      await lab.database.look(
        `update release set state = 'withdrawn', withdrawn_at = now(), withdrawn_reason = 'fout' where id = $1`,
        [releaseId],
      );
      await expect(findings.state(await lab.as('joris'), overlast(), statement(id))).rejects.toMatchObject({
        code: 'finding.result-withdrawn',
      });
    });
  });

  describe('a solution', () => {
    const propose = async () => {
      const finding = await findings.state(await lab.as('joris'), overlast(), statement(await agreed()));
      return solutions.propose(await lab.as('joris'), overlast(), option([finding.id]));
    };

    it('goes from option to outcome, owned, dated and measured as was registered before', async () => {
      const { id } = await propose();
      const joris = await lab.as('joris');
      const choice = { ownerId: lab.ids.person('sanne'), startsOn: '2024-09-01', endsOn: null };
      await expect(
        solutions.choose(joris, id, { ...choice, startsOn: lab.clock.now().toISOString().slice(0, 10) }),
      ).rejects.toMatchObject({ code: 'solution.starts-unregistered' });
      expect(await solutions.choose(joris, id, choice)).toMatchObject({ state: 'chosen', ownerName: 'sanne' });
      await expect(solutions.start(joris, id)).rejects.toMatchObject({ code: 'solution.not-registered' });
      const plan = { ...PLAN, datasetId: lab.ids.dataset('meldingen'), areaCodes: ['W1'] };
      const registered = await solutions.register(joris, id, plan);
      expect(registered.plan).toEqual(plan);
      lab.clock.set(new Date('2024-09-02T10:00:00Z'));
      await expect(solutions.register(joris, id, { ...plan, expectedChange: -0.1 })).rejects.toMatchObject({
        code: 'evaluation.too-late',
      });
      expect(await solutions.start(joris, id)).toMatchObject({ state: 'running' });
      expect(await solutions.end(joris, id, 'finish', 'Geen verschil gezien.')).toMatchObject({
        state: 'finished',
        outcome: 'Geen verschil gezien.',
      });
    });

    it('is changed by its own organisation alone, by either wall, and seen by all who take part', async () => {
      const { id } = await propose();
      const petra = await lab.as('petra');
      expect((await solutions.list(petra, overlast())).map((row) => row.id)).toEqual([id]);
      expect((await solutions.list(await lab.as('wilma'), overlast())).map((row) => row.id)).toEqual([id]);
      await expect(solutions.end(petra, id, 'drop', 'liever niet')).rejects.toMatchObject({ kind: 'Forbidden' });
      await expect(solutions.end(await lab.as('greta'), id, 'drop', 'liever niet')).rejects.toMatchObject({
        kind: 'NotFound',
      });
      const api = await lab.database.as('api');
      const changed = await api.inTransaction({ userId: lab.ids.person('petra') }, (tx) =>
        tx.query(`update solution set title = 'van ons' where id = $1 returning 1`, [id]),
      );
      expect(changed[1]).toBe(0);
    });

    it('wants partners that take part, areas of the region and an owner among colleagues', async () => {
      const { id } = await propose();
      const joris = await lab.as('joris');
      const { findingIds } = (await solutions.list(joris, overlast()))[0]!;
      await expect(
        solutions.propose(joris, overlast(), { ...option(findingIds), partners: [lab.ids.organisation('ggd')] }),
      ).rejects.toMatchObject({ code: 'solution.unknown-partner' });
      await expect(
        solutions.propose(joris, overlast(), { ...option(findingIds), areaCodes: ['B999'] }),
      ).rejects.toMatchObject({ code: 'area.unknown' });
      const stranger = { ownerId: lab.ids.person('petra'), startsOn: '2024-09-01', endsOn: null };
      await expect(solutions.choose(joris, id, stranger)).rejects.toMatchObject({ code: 'solution.owner-unknown' });
    });

    it('makes the criteria of step 5 hold, one after the other', async () => {
      const open = async () =>
        (await lab.labs.getView(await lab.as('marit'), overlast())).steps
          .find(({ step }) => step === 'solutions')!
          .criteria.filter(({ met }) => !met)
          .map(({ code }) => code);
      expect(await open()).toEqual(['findings-written', 'findings-answered']);
      const { id } = await propose();
      expect(await open()).toEqual(['solutions-owned']);
      const joris = await lab.as('joris');
      await solutions.choose(joris, id, { ownerId: lab.ids.person('joris'), startsOn: '2024-09-01', endsOn: null });
      expect(await open()).toEqual(['evaluations-registered']);
      await solutions.register(joris, id, { ...PLAN, datasetId: lab.ids.dataset('meldingen'), areaCodes: ['W1'] });
      expect(await open()).toEqual([]);
    });
  });
});
