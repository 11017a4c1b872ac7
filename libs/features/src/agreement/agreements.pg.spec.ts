import { findPolicyInForce } from '@datalab/data';
import { AGREED_FIELDS, sampleAgreement, TECHNICAL_FIELDS } from '@datalab/domain';
import { CANONICAL_FIELDS, screenText } from '@datalab/intake';
import { agree, describeWithDatabase, justSignedIn, nameOfficers, TestLab, type PersonName } from '@datalab/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { choicesOf, type AgreementChoices } from './agreement-choices.js';
import type { AgreementView } from './agreement-view.js';

describe('what an agreement can name', () => {
  it('is every field of the canonical format, and none that it has not', () => {
    const canonical = Object.values(CANONICAL_FIELDS).flatMap((fields) => Object.keys(fields));
    expect([...AGREED_FIELDS, ...TECHNICAL_FIELDS].sort()).toEqual([...new Set(canonical)].sort());
  });
});

describeWithDatabase('an agreement', () => {
  let lab: TestLab;
  let labId: string;
  beforeEach(async () => {
    lab = await TestLab.open();
    labId = lab.ids.lab('overlast');
    await nameOfficers(lab);
    await lab.database.look(`update lab_step set state = 'open' where lab_id = $1 and step = 'share_safely'`, [labId]);
  });
  afterEach(() => lab.close());

  const newest = ({ versions }: AgreementView) => versions[0]!;
  const start = async (name: PersonName = 'fatma') => newest(await lab.agreements.start(await lab.as(name), labId));
  const save = async (name: PersonName, view: ReturnType<typeof newest>, change: object) =>
    newest(
      await lab.agreements.save(await lab.as(name), view.id, view.revision, { ...choicesOf(view.document), ...change }),
    );
  const offered = async (change: Partial<AgreementChoices> = {}) => {
    const draft = await save('fatma', await start(), change);
    return newest(await lab.agreements.offer(await lab.as('fatma'), draft.id));
  };
  const sign = async (name: PersonName, { id, currentHash }: { id: string; currentHash: string }) =>
    newest(await lab.signatures.sign(await justSignedIn(lab, name), id, currentHash));
  const states = async () =>
    (await lab.agreements.getView(await lab.as('marit'), labId)).versions.map(({ version, state }) => [version, state]);

  it('begins with the sample, for who may write it, and is not seen by another lab', async () => {
    for (const name of ['sanne', 'joris', 'pim'] as const)
      await expect(start(name)).rejects.toMatchObject({ kind: 'Forbidden' });
    await expect(start('greta')).rejects.toMatchObject({ kind: 'NotFound' });
    const draft = await start('marit');
    expect(draft).toMatchObject({ version: 1, state: 'draft', faults: [], differences: [] });
    expect(draft.parties.map(({ name }) => name)).toEqual(['Gemeente Teststad', 'Politie', 'Wijkteam West']);
    await expect(start('fatma')).rejects.toMatchObject({ code: 'agreement.under-way' });
    const stranger = await lab.as('greta');
    await expect(lab.agreements.getView(stranger, labId)).rejects.toMatchObject({ kind: 'NotFound' });
    await expect(lab.agreements.offer(stranger, draft.id)).rejects.toMatchObject({ kind: 'NotFound' });
    // The words of the sample itself tell of nobody.
    const { parties, background } = sampleAgreement([], { name: 'x', question: '' });
    expect([background, ...parties.map(({ law }) => law)].flatMap(screenText)).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['a purpose of somebody’s own', { purposes: ['trace_fraud'] }, 'agreement.invalid'],
    ['a recipient of somebody’s own', { recipients: ['participants', 'police'] }, 'agreement.invalid'],
    ['a field more', { enforcement: true }, 'agreement.invalid'],
    ['an e-mail address in its words', { arrangements: 'Bel jan@voorbeeld.nl' }, 'text.tells-of-a-person'],
  ])('takes no %s', async (_what, change, code) => {
    await expect(save('fatma', await start(), change)).rejects.toMatchObject({ kind: 'InvalidInput', code });
  });

  it('says what a draft lacks, floors under the platform’s too, and is not offered with that', async () => {
    const { fields, floors } = choicesOf((await start()).document);
    const draft = newest(await lab.agreements.getView(await lab.as('fatma'), labId));
    const saved = await save('fatma', draft, {
      floors: { ...floors, lab: { reports: 3, households: 5 } },
      fields: { ...fields, diagnostic: ['confused_behaviour'] },
    });
    expect(saved.faults).toEqual([
      { clause: 'dpia', code: 'special-fields-without-dpia' },
      { clause: 'thresholds', code: 'floor-under-platform' },
    ]);
    const offer = lab.agreements.offer(await lab.as('fatma'), saved.id);
    await expect(offer).rejects.toMatchObject({ code: 'agreement.not-whole' });
  });

  it('is not overwritten by who looked at an earlier draft', async () => {
    const draft = await start();
    await save('marit', draft, { embargoDays: 7 });
    await expect(save('fatma', draft, { embargoDays: 9 })).rejects.toMatchObject({
      code: 'agreement.changed-meanwhile',
    });
  });

  it('is signed by each organisation’s own privacy officer, once, on this text, who has just signed in', async () => {
    const version = await offered();
    expect(version).toMatchObject({ state: 'signing', textHash: version.currentHash });
    const { id, currentHash } = version;
    const signAs = async (name: PersonName, hash = currentHash) =>
      lab.signatures.sign(await justSignedIn(lab, name), id, hash);
    await expect(lab.signatures.sign(await lab.as('fatma'), id, currentHash)).rejects.toMatchObject({
      code: 'agreement.sign-in-again',
    });
    const early = await justSignedIn(lab, 'fatma');
    lab.clock.set(new Date(early.authenticatedAt!.getTime() + 5 * 60_000 + 1));
    await expect(lab.signatures.sign(early, id, currentHash)).rejects.toMatchObject({
      code: 'agreement.sign-in-again',
    });
    await expect(signAs('marit')).rejects.toMatchObject({ kind: 'Forbidden', code: 'agreement.not-privacy-officer' });
    await expect(signAs('fatma', 'a'.repeat(64))).rejects.toMatchObject({ code: 'agreement.other-text' });
    await signAs('fatma');
    await expect(signAs('fatma')).rejects.toMatchObject({ code: 'agreement.signed-already' });
    await sign('petra', version);
    const api = await lab.database.as('api');
    const policy = async () =>
      api.inTransaction({ userId: lab.ids.person('petra') }, (tx) => findPolicyInForce(tx, labId));
    expect(await policy()).toBeUndefined();
    const done = await sign('wilma', version);
    expect(done).toMatchObject({ state: 'in_force' });
    // Who signed for another organisation is its own business.
    expect(done.parties.map(({ signedBy }) => signedBy)).toEqual([null, null, 'wilma']);
    expect(await policy()).toMatchObject({ version: 1, mayLink: false, floors: { lab: { reports: 5 } } });
  });

  it('does not sign, change or take force past the second wall', async () => {
    const { id, textHash } = await offered();
    const api = await lab.database.as('api');
    const as = (name: PersonName, sql: string, values: unknown[]) =>
      api.inTransaction({ userId: lab.ids.person(name) }, (tx) => tx.query(sql, values));
    const now = lab.clock.now();
    const insert = `insert into agreement_signature (agreement_id, lab_id, organisation_id, person_id, text_hash, signed_at, authenticated_at)
      values ($1, $2, $3, $4, $5, $6, $6)`;
    const mine = (name: PersonName, organisation: 'gemeente' | 'politie') => [
      id,
      labId,
      lab.ids.organisation(organisation),
      lab.ids.person(name),
      textHash,
      now,
    ];
    // No session in which they showed who they are.
    await expect(as('fatma', insert, mine('fatma', 'gemeente'))).rejects.toThrow('row-level security');
    await justSignedIn(lab, 'fatma');
    await justSignedIn(lab, 'marit');
    await expect(as('fatma', insert, mine('fatma', 'politie'))).rejects.toThrow('row-level security');
    await expect(as('marit', insert, mine('marit', 'gemeente'))).rejects.toThrow('row-level security');
    await expect(as('fatma', `update agreement set document = '{}' where id = $1`, [id])).rejects.toThrow(
      'does not change',
    );
    const force = `update agreement set state = 'in_force', in_force_since = now() where id = $1`;
    await expect(as('fatma', force, [id])).rejects.toThrow('everybody has signed');
    await as('fatma', insert, mine('fatma', 'gemeente'));
    await expect(as('fatma', force, [id])).rejects.toThrow('everybody has signed');
    for (const table of ['agreement', 'agreement_signature', 'agreement_support'])
      expect(await as('greta', `select 1 from ${table}`, [])).toEqual([]);
  });

  it('is changed by two organisations, and the old one holds until all have signed the new', async () => {
    await agree(lab);
    const draft = await start('marit');
    const changed = await save('marit', draft, { retentionMonths: 12 });
    expect(changed).toMatchObject({ version: 2, comparedWith: 1, differences: [{ clause: 'retention' }] });
    const proposed = newest(await lab.agreements.offer(await lab.as('marit'), changed.id));
    expect(proposed.state).toBe('proposed');
    await expect(sign('fatma', proposed)).rejects.toMatchObject({ code: 'agreement.not-to-sign' });
    const own = lab.agreements.support(await lab.as('fatma'), changed.id);
    await expect(own).rejects.toMatchObject({ code: 'agreement.own-proposal' });
    await lab.agreements.support(await lab.as('petra'), changed.id);
    for (const name of ['fatma', 'petra'] as const) await sign(name, proposed);
    expect(await states()).toEqual([
      [2, 'signing'],
      [1, 'in_force'],
    ]);
    await sign('wilma', proposed);
    const { versions } = await lab.agreements.getView(await lab.as('marit'), labId);
    expect(versions.map(({ state }) => state)).toEqual(['in_force', 'lapsed']);
    // What was signed under the old one is kept.
    expect(versions[1]!.parties.every(({ signedAt }) => signedAt !== null)).toBe(true);
  });

  it('is withdrawn with a reason, and then another may begin', async () => {
    const version = await offered();
    await sign('fatma', version);
    const withdraw = async (reason: string) => lab.agreements.withdraw(await lab.as('petra'), version.id, reason);
    await expect(withdraw(' ')).rejects.toMatchObject({ code: 'agreement.reason-missing' });
    expect(newest(await withdraw('De grondslag klopt niet.'))).toMatchObject({
      state: 'withdrawn',
      endReason: 'De grondslag klopt niet.',
    });
    expect(await start()).toMatchObject({ version: 2, faults: [] });
  });

  it('waits for the factual picture, and for who joined meanwhile', async () => {
    const draft = await start();
    await lab.database.look(`update lab_step set state = 'locked' where lab_id = $1 and step = 'share_safely'`, [
      labId,
    ]);
    const offer = async () => lab.agreements.offer(await lab.as('fatma'), draft.id);
    await expect(offer()).rejects.toMatchObject({ code: 'agreement.step-locked' });
    await lab.database.look(`update lab_step set state = 'open' where lab_id = $1 and step = 'share_safely'`, [labId]);
    await lab.database.look('insert into lab_participant (lab_id, organisation_id) values ($1, $2)', [
      labId,
      lab.ids.organisation('ggd'),
    ]);
    await expect(offer()).rejects.toMatchObject({ message: expect.stringContaining('parties-changed') });
    const saved = await save('fatma', draft, {});
    expect(saved.document.parties.map(({ name }) => name)).toContain('GGD');
    expect(saved.faults).toEqual([]);
  });
});
