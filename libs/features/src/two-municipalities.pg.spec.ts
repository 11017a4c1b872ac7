import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { SessionRepository } from '@datalab/data';
import {
  deliver,
  describeWithDatabase,
  ISSUER,
  reportRows,
  sealedText,
  signIntakeTerms,
  testInstallation,
  TestLab,
  testRegion,
} from '@datalab/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contextFor, type Ctx } from './context.js';
import { RegionImportService } from './regions/region-import.service.js';
import { SetupService } from './setup/setup.service.js';
import { InvitationsService } from './people/invitations.service.js';
import { MembersService } from './people/members.service.js';

const SHEET = { view: 'mirror', level: 'buurt', period: '2024', category: 'all' } as const;
const HERE = 30;
const THERE = 70;

/** A second municipality: its own region whose areas bear the very same codes, its own people, and the same police. */
function secondMunicipality() {
  const [dataset] = testInstallation().labs[0]!.datasets;
  const person = (subject: string, organisation: string) => ({
    subject,
    organisation,
    email: `${subject}@${organisation}.test`,
    name: subject,
    isAdministrator: false,
  });
  return {
    organisations: [
      { key: 'elders', name: 'Gemeente Elders', type: 'municipality' as const },
      { key: 'politie', name: 'Politie', type: 'police' as const },
    ],
    users: [person('bo', 'elders'), person('els', 'elders'), person('rik', 'politie'), person('pim', 'politie')],
    labs: [
      {
        key: 'elders',
        name: 'Overlast in Elders',
        goal: 'Rust in de wijken',
        question: 'Waar blijft overlast terugkomen?',
        region: 'elders',
        participants: ['elders', 'politie'],
        members: [
          { user: 'bo', role: 'coordinator' as const, areas: [] },
          { user: 'els', role: 'data_steward' as const, areas: [] },
          { user: 'rik', role: 'data_steward' as const, areas: [] },
          // One of the police works in both.
          { user: 'pim', role: 'analyst' as const, areas: [] },
        ],
        datasets: [
          { ...dataset!, key: 'elders-meldingen', organisation: 'elders' },
          { ...dataset!, key: 'elders-incidenten', organisation: 'politie' },
        ],
      },
    ],
    apiClients: [],
  };
}

describeWithDatabase('two municipalities in one installation', () => {
  let lab: TestLab;
  let there: string;
  let here: string;
  const datasets = new Map<string, string>();
  const as = async (subject: string): Promise<Ctx> => {
    const sessions = new SessionRepository(await lab.database.as('api'));
    const id = await sessions.findPersonId({ issuer: ISSUER, subject });
    return contextFor((await sessions.findPersonById(id!))!.actor, `request of ${subject}`, lab.clock);
  };

  beforeAll(async () => {
    lab = await TestLab.open();
    const operator = await lab.database.as('operator');
    await new RegionImportService(operator).import(testRegion('elders'));
    await new SetupService(operator).install(secondMunicipality(), ISSUER);
    await signIntakeTerms((sql, values) => lab.database.look(sql, values));
    here = lab.ids.lab('overlast');
    there = await new SetupService(operator).getLabId('elders');
    for (const { key, id } of await lab.database.look<{ key: string; id: string }>('select key, id from dataset'))
      datasets.set(key, id);
    await lab.database.look(
      `update lab_step set state = case step when 'prioritise' then 'done' else 'open' end
       where lab_id = $1 and step in ('prioritise', 'factual_picture')`,
      [there],
    );
    await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows: reportRows(HERE) });
    await deliverThere('els', 'elders-meldingen', THERE);
    for (const [labId, name] of [
      [here, 'sanne'],
      [there, 'els'],
    ] as const) {
      const { actor } = await as(name);
      await lab.builder.execute({ labId, actorId: actor.personId, requestId: 'picture' });
    }
  });
  afterAll(() => lab.close());

  async function deliverThere(subject: string, dataset: string, n: number): Promise<void> {
    const ctx = await as(subject);
    const datasetId = datasets.get(dataset)!;
    const text = sealedText(datasetId, reportRows(n));
    const totals = { rows: n, inRegion: n, outsideRegion: 0, noArea: 0, outOfScope: 0, skipped: 0 };
    const contentSha256 = createHash('sha256').update(text).digest('hex');
    const covers = [{ from: '2024-01-01', to: '2024-05-31' }];
    const load = await lab.loads.open(ctx, { datasetId, covers, totals, contentSha256 });
    await writeFile(lab.uploads.fileOf(load.id), text);
    await lab.loads.finishUpload(ctx, load.id, Buffer.byteLength(text));
    await lab.ingest.execute({ labId: there, actorId: ctx.actor.personId, requestId: 'ingest' }, load.id);
    expect((await lab.loads.get(ctx, load.id)).state).toBe('accepted');
  }

  it('have areas of the same codes, and each counts its own reports in them', async () => {
    const counts = async (subject: string, labId: string, dataset: string) => {
      const query = { ...SHEET, labId, datasetId: datasets.get(dataset)! };
      return (await lab.pictures.getSheet(await as(subject), query)).areas.filter(({ reports }) => reports !== 0);
    };
    expect(await counts('sanne', here, 'meldingen')).toEqual([
      expect.objectContaining({ areaCode: 'B01', reports: HERE }),
    ]);
    expect(await counts('els', there, 'elders-meldingen')).toEqual([
      expect.objectContaining({ areaCode: 'B01', reports: THERE }),
    ]);
  });

  it('show their people their own lab, and say of the other’s that it is not there', async () => {
    expect((await lab.labs.listMine(await as('bo'))).map(({ id }) => id)).toEqual([there]);
    expect((await lab.labs.listMine(await as('marit'))).map(({ id }) => id)).toEqual([here]);
    for (const [subject, foreign, dataset] of [
      ['bo', here, 'meldingen'],
      ['els', here, 'meldingen'],
      ['rik', here, 'incidenten'],
      ['marit', there, 'elders-meldingen'],
      // The same codes of areas there: their wijk is here.
      ['wilma', there, 'elders-meldingen'],
    ] as const) {
      const ctx = await as(subject);
      const query = { ...SHEET, labId: foreign, datasetId: datasets.get(dataset)! };
      const gone = { kind: 'NotFound' };
      await expect(lab.labs.getView(ctx, foreign)).rejects.toMatchObject(gone);
      await expect(lab.pictures.getSheet(ctx, query)).rejects.toMatchObject(gone);
      expect(await lab.loads.list(ctx, { labId: foreign, first: 10 })).toMatchObject({ items: [], total: 0 });
    }
  });

  it('let one who works in both see each apart, in the role of that lab', async () => {
    const pim = await as('pim');
    expect((await lab.labs.listMine(pim)).map(({ id }) => id).sort()).toEqual([here, there].sort());
    // A steward here, an analyst there: deliveries there are the other steward’s.
    expect((await lab.loads.list(pim, { labId: here, first: 10 })).items).toEqual([]);
    await deliverThere('rik', 'elders-incidenten', 7);
    expect((await lab.loads.list(pim, { labId: here, first: 10 })).items).toEqual([]);
    expect((await lab.loads.list(await as('rik'), { labId: there, first: 10 })).items).toHaveLength(1);
    const covers = [{ from: '2024-02-01', to: '2024-02-02' }];
    const totals = { rows: 0, inRegion: 0, outsideRegion: 0, noArea: 0, outOfScope: 0, skipped: 0 };
    const input = { datasetId: datasets.get('elders-incidenten')!, covers, totals, contentSha256: 'a'.repeat(64) };
    await expect(lab.loads.open(pim, input)).rejects.toMatchObject({ kind: 'Forbidden' });
  });

  it('have coordinators who bring people into their own lab alone, of the organisations that take part in it', async () => {
    const api = await lab.database.as('api');
    const bo = await as('bo');
    const { actor: sanne } = await as('sanne');
    const role = { personId: sanne.personId, role: 'analyst' as const };
    const members = new MembersService(api);
    await expect(members.grant(bo, { ...role, labId: here }, [])).rejects.toMatchObject({ kind: 'NotFound' });
    await expect(members.grant(bo, { ...role, labId: there }, [])).rejects.toMatchObject({ kind: 'NotFound' });
    const invitations = new InvitationsService(api);
    const invitation = { email: 'x@elders.test', roles: ['analyst' as const], areas: [], validDays: 1 };
    const own = bo.actor.organisationId;
    await invitations.invite(bo, { ...invitation, labId: there, organisationId: own });
    for (const [labId, organisationId] of [
      [here, own],
      [there, lab.ids.organisation('gemeente')],
    ] as const)
      await expect(invitations.invite(bo, { ...invitation, labId, organisationId })).rejects.toMatchObject({
        kind: 'NotFound',
      });
    expect(await invitations.list(await as('marit'), here)).toEqual([]);
  });

  describe('in the database, for every table that knows a lab', () => {
    const rowsOf = async (subject: string, table: string, labId: string): Promise<number> => {
      const { actor } = await as(subject);
      const context = { userId: actor.personId, organisationId: actor.organisationId };
      const sql = `select count(*)::int as n from ${table} where lab_id = $1`;
      const [row] = await lab.database.query<{ n: number }>('api', context, sql, [labId]);
      return row!.n;
    };
    const tables = async (): Promise<string[]> => {
      const found = await lab.database.look<{ name: string }>(
        `select c.table_name as name from information_schema.columns c
         join pg_class k on k.relname = c.table_name and k.relnamespace = 'public'::regnamespace and k.relkind in ('r', 'p') and not k.relispartition
         where c.table_schema = 'public' and c.column_name = 'lab_id'
           and has_column_privilege('datalab_api', k.oid, 'lab_id', 'select') order by 1`,
      );
      return found.map(({ name }) => name);
    };

    it('nobody of the one finds a row of the other', async () => {
      const names = await tables();
      expect(names).toEqual(
        expect.arrayContaining(['membership', 'dataset', 'load', 'cell', 'snapshot', 'invitation']),
      );
      const seen: string[] = [];
      for (const table of names)
        for (const [subject, own, foreign] of [
          ['bo', there, here],
          ['els', there, here],
          ['rik', there, here],
          ['marit', here, there],
          ['sanne', here, there],
        ] as const) {
          expect([table, subject, await rowsOf(subject, table, foreign)]).toEqual([table, subject, 0]);
          if ((await rowsOf(subject, table, own)) > 0) seen.push(table);
        }
      // The control: of their own they do find rows, in the tables that hold what matters.
      expect(new Set(seen)).toEqual(
        new Set([...seen, 'membership', 'dataset', 'load', 'cell', 'snapshot', 'invitation']),
      );
    });
  });
});
