import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { describeWithDatabase, TestLab } from '@datalab/testing';
import { PublicNotesService } from './public-notes.service.js';
import { PublicPageService } from './public-page.service.js';
import { publicRegister } from './public-register.js';

const DOCUMENT = {
  context: { title: 'Geluid per wijk', what: 'Per wijk.', why: 'Kiezen.', notToConclude: 'Niet meer overlast.' },
  unit: 'report',
  sources: ['meldingen'],
  period: null,
  given: 1,
  withheld: 0,
  method: { name: 'standard-table', version: '1', label: 'description' },
  policyVersion: '1',
  snapshotDigest: 'a'.repeat(64),
  tables: [{ key: 'table', title: 't', columns: [], rows: [['W1']] }],
  text: null,
  picture: null,
  warnings: [],
  design: null,
};

describeWithDatabase('the public page of a lab', () => {
  let lab: TestLab;
  let pages: PublicPageService;
  let notes: PublicNotesService;
  let labId: string;
  const ids: Record<string, string> = {};

  /** A release as the worker leaves it; `change` says otherwise. */
  const release = async (name: string, change: object = {}): Promise<void> => {
    ids[name] = randomUUID();
    const row = {
      id: ids[name],
      lab_id: labId,
      series_id: randomUUID(),
      version: 1,
      kind: 'run',
      run_id: randomUUID(),
      analysis_kind: 'descriptive',
      tier: 'public',
      state: 'released',
      snapshot_id: ids.snapshot,
      snapshot_digest: 'a'.repeat(64),
      context: DOCUMENT.context,
      round: 1,
      wants_standing: false,
      embargo_days: 0,
      requested_by: lab.ids.person('joris'),
      requested_organisation_id: lab.ids.organisation('gemeente'),
      created_at: '2024-06-01T00:00:00Z',
      document: { ...DOCUMENT, context: { ...DOCUMENT.context, title: name } },
      digest: 'd'.repeat(64),
      policy_version: '1',
      criteria: [],
      released_at: '2024-06-01T00:00:00Z',
      public_from: '2024-06-01T00:00:00Z',
      ...change,
    };
    await lab.database.look(`insert into release select * from jsonb_populate_record(null::release, $1)`, [
      JSON.stringify(row),
    ]);
  };

  beforeAll(async () => {
    lab = await TestLab.open();
    labId = lab.ids.lab('overlast');
    pages = new PublicPageService(await lab.database.as('api'));
    notes = new PublicNotesService(await lab.database.as('api'));
    const [snapshot] = await lab.database.look<{ id: string }>(
      `insert into snapshot (lab_id, digest, manifest) values ($1, $2, '{"inputs": "x", "sources": []}') returning id`,
      [labId, 'a'.repeat(64)],
    );
    ids.snapshot = snapshot!.id;
    await release('out');
    await release('for the lab', { tier: 'lab', public_from: null });
    await release('under embargo', { public_from: '2999-01-01T00:00:00Z' });
    await release('not yet', { state: 'approved', released_at: null, public_from: null });
    await release('taken back', {
      state: 'withdrawn',
      withdrawn_at: '2024-06-02T00:00:00Z',
      withdrawn_reason: 'dubbel geleverd',
    });
  });
  afterAll(() => lab.close());

  it('shows question, partners, data and what is out for everybody, and what was taken back with its reason', async () => {
    const page = await pages.get('overlast');
    expect(page.lab).toMatchObject({ question: 'Waar blijft overlast terugkomen?' });
    expect(page.partners.map(({ name }) => name)).toEqual(['Gemeente Teststad', 'Politie', 'Wijkteam West']);
    expect(page.data.length).toBe(4);
    expect(
      page.releases.map(({ about, state, withdrawnReason }) => [about.context.title, state, withdrawnReason]).sort(),
    ).toEqual([
      ['out', 'released', null],
      ['taken back', 'withdrawn', 'dubbel geleverd'],
    ]);
  });

  it('gives a result whole only while it is out', async () => {
    expect((await pages.getResult('overlast', ids.out!)).document.tables).toHaveLength(1);
    for (const name of ['for the lab', 'under embargo', 'not yet', 'taken back'])
      await expect(pages.getResult('overlast', ids[name]!)).rejects.toMatchObject({ kind: 'NotFound' });
    await expect(pages.getResult('rust', ids.out!)).rejects.toMatchObject({ kind: 'NotFound' });
  });

  it('names where to ask as its coordinator says it, and nobody else does; so does the register', async () => {
    expect((await pages.get('overlast')).lab.contactEmail).toBeNull();
    const marit = await lab.as('marit');
    await lab.settings.setContact(marit, labId, ' datalab@teststad.test ');
    const view = await pages.get('overlast');
    expect(view.lab.contactEmail).toBe('datalab@teststad.test');
    const entries = publicRegister(view, '2024-06-02');
    expect(new Set(entries.map(({ contact_email: email }) => email))).toEqual(new Set(['datalab@teststad.test']));
    await expect(lab.settings.setContact(marit, labId, 'bel maar')).rejects.toMatchObject({
      code: 'lab.contact-email',
    });
    await expect(lab.settings.setContact(await lab.as('petra'), labId, null)).rejects.toMatchObject({
      kind: 'Forbidden',
    });
    await expect(lab.settings.setContact(await lab.as('greta'), labId, null)).rejects.toMatchObject({
      kind: 'NotFound',
    });
    const directly = (name: 'marit' | 'petra', to: string) =>
      lab.database.query('api', { userId: lab.ids.person(name) }, 'update lab set contact_email = $2 where id = $1', [
        labId,
        to,
      ]);
    await directly('petra', 'ergens@anders.test');
    expect((await pages.get('overlast')).lab.contactEmail).toBe('datalab@teststad.test');
    await expect(directly('marit', 'bel maar')).rejects.toThrow('check constraint');
  });

  /** What no role can do: a trigger keeps a lab what it is. */
  const rehearse = (is: boolean) =>
    lab.database.look(
      `begin; set local session_replication_role = replica; update lab set is_rehearsal = ${is} where key = 'rust'; commit`,
    );

  it('is there for no rehearsal, for no lab that has not chosen its question, and for no lab that is not there', async () => {
    await expect(pages.get('nergens')).rejects.toMatchObject({ kind: 'NotFound' });
    await rehearse(true);
    await expect(pages.get('rust')).rejects.toMatchObject({ kind: 'NotFound' });
    await rehearse(false);
    expect((await pages.get('rust')).releases).toEqual([]);
    await lab.database.look(`update lab_step set state = 'open' where step = 'prioritise' and lab_id = $1`, [
      lab.ids.lab('rust'),
    ]);
    await expect(pages.get('rust')).rejects.toMatchObject({ kind: 'NotFound' });
  });

  it('is all that nobody can read: no table gives a row to a request without a person', async () => {
    for (const table of [
      'release',
      'public_note',
      'lab',
      'organisation',
      'dataset',
      'registration_card',
      'value_answer',
      'agreement',
      'cell',
    ])
      expect(await lab.database.query('api', {}, `select 1 from ${table} limit 1`)).toEqual([]);
  });

  describe('takes in notes', () => {
    it('of nobody, counts them, and shows them with their answer and not before', async () => {
      await pages.leaveNote('overlast', {
        kind: 'objection',
        words: 'Bij ons wordt nooit gemeld.',
        releaseId: ids.out!,
      });
      expect((await pages.get('overlast')).notes).toMatchObject([{ state: 'received', words: null, answer: null }]);
      expect(await notes.list(await lab.as('sanne'), labId)).toEqual([]);
      expect(await notes.list(await lab.as('greta'), labId)).toEqual([]);
      const [note] = await notes.list(await lab.as('petra'), labId);
      expect(note).toMatchObject({ words: 'Bij ons wordt nooit gemeld.', releaseId: ids.out });
      await expect(notes.answer(await lab.as('petra'), note!.id, 'Dank u, wij zoeken dat uit.')).rejects.toMatchObject({
        kind: 'Forbidden',
      });
      await notes.answer(await lab.as('marit'), note!.id, 'Dank u, wij zoeken dat uit.');
      await expect(notes.decline(await lab.as('fatma'), note!.id, 'abuse')).rejects.toMatchObject({
        kind: 'InvalidState',
      });
      expect((await pages.get('overlast')).notes).toMatchObject([
        { state: 'published', words: 'Bij ons wordt nooit gemeld.', answer: 'Dank u, wij zoeken dat uit.' },
      ]);
    });

    it.each([
      [
        'what tells of a person',
        { kind: 'context', words: 'Bel mij op 0612345678 alstublieft.', releaseId: null },
        'InvalidInput',
      ],
      ['what is too short', { kind: 'context', words: 'Nee.', releaseId: null }, 'InvalidInput'],
      ['another kind', { kind: 'rant', words: 'Een verhaal over iets.', releaseId: null }, 'InvalidInput'],
      [
        'what is about nothing public',
        { kind: 'context', words: 'Een verhaal over iets.', releaseId: randomUUID() },
        'NotFound',
      ],
    ])('but not %s', async (_what, note, kind) => {
      await expect(pages.leaveNote('overlast', note)).rejects.toMatchObject({ kind });
    });

    it('and none by who is signed in under the name of nobody, nor any that is published at once', async () => {
      const insert = `insert into public_note (id, lab_id, kind, words) values (uuidv7(), '${labId}', 'context', 'Een verhaal over iets.')`;
      const marit = { userId: lab.ids.person('marit') };
      await expect(lab.database.query('api', marit, insert)).rejects.toThrow('row-level security');
      await expect(
        lab.database.query(
          'api',
          {},
          insert.replace('words)', 'words, state)').replace("iets.')", "iets.', 'published')"),
        ),
      ).rejects.toThrow('permission denied');
    });
  });
});
