import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deliver, describeWithDatabase, reportRows, TestLab, type DatasetKey, type PersonName } from '@datalab/testing';
import type { Ctx } from './context.js';

const OPERATIONS = 50;

/** One organisation of the story: its steward, its dataset, and how many reports it delivered. */
interface Side {
  organisation: 'gemeente' | 'politie';
  steward: PersonName;
  dataset: DatasetKey;
  delivered: number;
}
const SIDES: readonly [Side, Side] = [
  { organisation: 'gemeente', steward: 'sanne', dataset: 'meldingen', delivered: 30 },
  { organisation: 'politie', steward: 'pim', dataset: 'incidenten', delivered: 70 },
];

/**
 * The question that everything else stands on: many operations of several organisations at once, over one small pool of connections, each
 * in a context of its own. A context that leaked to the next operation on the same connection would show here.
 */
describeWithDatabase('fifty operations of two organisations over one pool of four connections', () => {
  let lab: TestLab;
  const contexts = new Map<PersonName, Ctx>();

  beforeAll(async () => {
    lab = await TestLab.open();
    for (const { steward, dataset, delivered } of SIDES) {
      await deliver(lab, { by: steward, dataset, rows: reportRows(delivered) });
      contexts.set(steward, await lab.as(steward));
    }
    await lab.buildPicture();
  });
  afterAll(() => lab.close());

  /** Reads and writes in turn; every answer names the organisation that it is about. */
  async function operate(side: Side, other: Side, turn: number): Promise<string[]> {
    const ctx = contexts.get(side.steward)!;
    const labId = lab.ids.lab('overlast');
    const datasetId = lab.ids.dataset(side.dataset);
    switch (turn % 5) {
      case 0: {
        const load = await lab.loads.open(ctx, {
          datasetId,
          covers: [{ from: '2024-02-01', to: '2024-02-29' }],
          totals: { rows: 0, inRegion: 0, outsideRegion: 0, noArea: 0, outOfScope: 0, skipped: 0 },
          contentSha256: 'a'.repeat(64),
        });
        await lab.loads.finishUpload(ctx, load.id, turn);
        return [(await lab.loads.get(ctx, load.id)).organisationId];
      }
      case 1:
        return (await lab.loads.list(ctx, { labId, first: 200 })).items.map(({ organisationId }) => organisationId);
      case 2: {
        const query = { labId, view: 'mirror' as const, level: 'buurt', period: '2024', category: 'all' };
        const sheet = await lab.pictures.getSheet(ctx, { ...query, datasetId });
        expect(sheet.areas.map(({ reports }) => reports)).toEqual([side.delivered]);
        const others = lab.pictures.getSheet(ctx, { ...query, datasetId: lab.ids.dataset(other.dataset) });
        await expect(others).rejects.toMatchObject({ kind: 'Forbidden' });
        return [lab.ids.organisation(side.organisation)];
      }
      case 3: {
        const upload = lab.loads.open(ctx, {
          datasetId: lab.ids.dataset(other.dataset),
          covers: [{ from: '2024-02-01', to: '2024-02-29' }],
          totals: { rows: 1, inRegion: 1, outsideRegion: 0, noArea: 0, outOfScope: 0, skipped: 0 },
          contentSha256: 'b'.repeat(64),
        });
        await expect(upload).rejects.toMatchObject({ kind: 'Forbidden' });
        return [(await lab.loads.findLatest(ctx, datasetId))!.organisationId];
      }
      default: {
        const refused = lab.loads.withdraw(ctx, lab.ids.dataset(other.dataset), 'niet van mij');
        await expect(refused).rejects.toMatchObject({ kind: 'NotFound' });
        const view = await lab.labs.getView(ctx, labId);
        expect(view.participants).toHaveLength(3);
        return [lab.ids.organisation(side.organisation)];
      }
    }
  }

  it('let neither see or write what is the other’s', async () => {
    const answers = await Promise.all(
      Array.from({ length: OPERATIONS }, (_, n) => {
        const side = SIDES[n % 2]!;
        const other = SIDES[(n + 1) % 2]!;
        return operate(side, other, Math.floor(n / 2)).then((seen) => ({ side, seen }));
      }),
    );
    for (const { side, seen } of answers) {
      expect(seen.length).toBeGreaterThan(0);
      expect(new Set(seen)).toEqual(new Set([lab.ids.organisation(side.organisation)]));
    }
  });

  it('leave behind loads, audit events and work in the name of who asked, and of nobody else', async () => {
    const written = await lab.database.look(
      `select o.key as organisation, p.subject as person, count(*)::int as n
       from load l join organisation o on o.id = l.organisation_id join person p on p.id = l.created_by
       where l.state = 'received' group by 1, 2 order by 1`,
    );
    expect(written).toEqual([
      { organisation: 'gemeente', person: 'sanne', n: 5 },
      { organisation: 'politie', person: 'pim', n: 5 },
    ]);
    const strangers = await lab.database.look(
      `select 1 from audit_event e join person p on p.id = e.actor_id where e.organisation_id <> p.organisation_id
       union all select 1 from outbox b join load l on l.id::text = b.payload ->> 'loadId' where l.created_by <> b.actor_id
       union all select 1 from load l join dataset d on d.id = l.dataset_id where l.organisation_id <> d.organisation_id`,
    );
    expect(strangers).toEqual([]);
  });

  describe('of which some fail half-way', () => {
    it('give their connections back without what they had set', async () => {
      const api = await lab.database.as('api');
      const [a, b] = SIDES.map(({ steward }) => contexts.get(steward)!) as [Ctx, Ctx];
      const asRole = ({ actor }: Ctx) => ({ userId: actor.personId, organisationId: actor.organisationId });
      const outcomes = await Promise.allSettled(
        Array.from({ length: OPERATIONS }, (_, n) =>
          api.inTransaction(asRole(n % 2 === 0 ? a : b), async (tx) => {
            if (n % 3 === 0) await tx.query('select no_such_column from report');
            await tx.query('select pg_sleep(0.002)');
            const rows: { id: string }[] = await tx.query('select distinct organisation_id as id from report');
            return rows.map(({ id }) => id);
          }),
        ),
      );
      const seen = outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : 'failed'));
      expect(seen).toEqual(
        Array.from({ length: OPERATIONS }, (_, n) =>
          n % 3 === 0 ? 'failed' : [(n % 2 === 0 ? a : b).actor.organisationId],
        ),
      );
      const left = await Promise.all(
        Array.from({ length: 8 }, () => api.source.query('select count(*)::int as n from load')),
      );
      expect(left.flat()).toEqual(Array.from({ length: 8 }, () => ({ n: 0 })));
    });
  });
});
