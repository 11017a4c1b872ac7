import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toldActions, type Target } from '@datalab/domain';
import { describeWithDatabase, TestLab, type PersonName } from '@datalab/testing';
import { LabViews } from '../labs/lab-view.js';
import { ActivityService } from './activity.service.js';
import { CommentsService } from './comments.service.js';
import { DeadlinesService } from './deadlines.service.js';

const STEP: Target = { kind: 'step', id: 'prioritise' };
const CRITERION: Target = { kind: 'criterion', id: 'factual_picture.everybody-delivered' };

describeWithDatabase('working together in a lab', () => {
  let lab: TestLab;
  let labId: string;
  let comments: CommentsService;
  let deadlines: DeadlinesService;
  let activity: ActivityService;
  beforeAll(async () => {
    lab = await TestLab.open();
    labId = lab.ids.lab('overlast');
    const api = await lab.database.as('api');
    comments = new CommentsService(api, new LabViews());
    deadlines = new DeadlinesService(api, new LabViews());
    activity = new ActivityService(api);
  });
  afterAll(() => lab.close());
  const as = (name: PersonName) => lab.as(name);
  const contextOf = (name: PersonName, organisation: 'gemeente' | 'politie' | 'wijkteam' | 'ggd') => ({
    userId: lab.ids.person(name),
    organisationId: lab.ids.organisation(organisation),
  });

  describe('comments', () => {
    it('are read by everybody of the lab with what stood there before, named to colleagues alone, and by nobody else', async () => {
      const [first] = await comments.write(await as('pim'), labId, STEP, 'Wanneer doen we dit?', []);
      await comments.change(await as('pim'), first!.id, 'Wanneer doen we dit samen?');
      const [seen] = await comments.list(await as('wilma'), labId, STEP);
      expect(seen!.versions.map(({ words }) => words)).toEqual(['Wanneer doen we dit samen?', 'Wanneer doen we dit?']);
      expect(seen).toMatchObject({ organisationName: 'Politie', writerName: null, roles: ['data_steward'] });
      expect((await comments.list(await as('petra'), labId, STEP))[0]).toMatchObject({ writerName: 'pim' });
      await expect(comments.list(await as('greta'), labId, STEP)).rejects.toMatchObject({ kind: 'NotFound' });
      await expect(comments.change(await as('greta'), first!.id, 'Iets anders')).rejects.toMatchObject({
        kind: 'NotFound',
      });
      await expect(comments.change(await as('petra'), first!.id, 'Iets anders')).rejects.toMatchObject({
        kind: 'Forbidden',
      });
    });

    it('tell of no person, and are about something that is there', async () => {
      const write = (target: Target, words: string) =>
        as('petra').then((ctx) => comments.write(ctx, labId, target, words, []));
      await expect(write(STEP, 'Bel jan@voorbeeld.nl even')).rejects.toMatchObject({ code: 'text.tells-of-a-person' });
      await expect(write({ kind: 'criterion', id: 'prioritise.no-such' }, 'Wat is dit?')).rejects.toMatchObject({
        kind: 'NotFound',
      });
      await expect(
        write({ kind: 'dataset', id: lab.ids.dataset('signalen') }, 'Van een ander lab'),
      ).rejects.toMatchObject({
        kind: 'NotFound',
      });
      await expect(write({ kind: 'dataset', id: 'x' }, 'Geen id')).rejects.toMatchObject({ kind: 'NotFound' });
    });

    it('that are withdrawn leave that they were there, and are read by nobody any more, by the database neither', async () => {
      const target: Target = { kind: 'dataset', id: lab.ids.dataset('incidenten') };
      const [mine] = await comments.write(await as('petra'), labId, target, 'Dit had ik niet moeten zeggen', []);
      await comments.withdraw(await as('petra'), mine!.id);
      const [left] = await comments.list(await as('petra'), labId, target);
      expect(left).toMatchObject({ versions: [] });
      expect(left!.withdrawnAt).not.toBeNull();
      await expect(comments.change(await as('petra'), mine!.id, 'Toch wel')).rejects.toMatchObject({
        code: 'comment.withdrawn',
      });
      const rows = await lab.database.query(
        'api',
        contextOf('petra', 'politie'),
        'select words from comment_version where comment_id = $1',
        [mine!.id],
      );
      expect(rows).toEqual([]);
    });

    it('that ask something of a role wait for those in it until one of them, or who asked, says that it is done', async () => {
      const politie = lab.ids.organisation('politie');
      const asked = [{ role: 'data_steward' as const, organisationId: politie }];
      const written = await comments.write(await as('marit'), labId, CRITERION, 'Kunt u dit nakijken?', asked);
      const id = written.at(-1)!.id;
      const waiting = async (name: PersonName) =>
        (await comments.openMentions(await as(name), labId)).map(({ commentId }) => commentId);
      // Sanne is a steward too, of another organisation.
      expect([await waiting('pim'), await waiting('sanne'), await waiting('petra'), await waiting('greta')]).toEqual([
        [id],
        [],
        [],
        [],
      ]);
      const settle = async (name: PersonName) => comments.settle(await as(name), id, 'data_steward');
      await expect(settle('sanne')).rejects.toMatchObject({ kind: 'Forbidden' });
      // Nor past the rules of the application.
      await lab.database.query(
        'api',
        contextOf('sanne', 'gemeente'),
        'update comment_mention set settled_by = $1, settled_at = now()',
        [lab.ids.person('sanne')],
      );
      expect(await waiting('pim')).toEqual([id]);
      await settle('pim');
      expect(await waiting('pim')).toEqual([]);
      await expect(settle('pim')).rejects.toMatchObject({ code: 'comment.settled' });
    });

    it('are written in nobody else’s name, whatever the application believes', async () => {
      const insert = lab.database.query(
        'api',
        contextOf('pim', 'politie'),
        `insert into comment (lab_id, target_kind, target_id, organisation_id, written_by, written_at) values ($1, 'step', 'prioritise', $2, $3, now())`,
        [labId, lab.ids.organisation('politie'), lab.ids.person('petra')],
      );
      await expect(insert).rejects.toThrow('row-level security');
    });
  });

  describe('deadlines', () => {
    it('are set by the coordinator alone, also past the rules of the application, and told as overdue when the day is over', async () => {
      await expect(deadlines.set(await as('petra'), labId, STEP, '2024-06-10')).rejects.toMatchObject({
        kind: 'Forbidden',
      });
      await expect(deadlines.set(await as('greta'), labId, STEP, '2024-06-10')).rejects.toMatchObject({
        kind: 'NotFound',
      });
      await expect(deadlines.set(await as('marit'), labId, STEP, '2024-06-01')).rejects.toMatchObject({
        code: 'deadline.day',
      });
      await deadlines.set(await as('marit'), labId, STEP, '2024-06-30');
      await deadlines.set(await as('marit'), labId, CRITERION, '2024-06-03');
      const read = async (name: PersonName) =>
        (await deadlines.list(await as(name), labId)).map(({ target, standing, isMet }) => [
          target.id,
          standing,
          isMet,
        ]);
      expect(await read('pim')).toEqual([
        [CRITERION.id, 'soon', false],
        // The test installation begins after step 1.
        [STEP.id, 'later', true],
      ]);
      expect(await read('greta')).toEqual([]);
      lab.clock.set(new Date('2024-06-04T10:00:00Z'));
      expect((await read('pim'))[0]).toEqual([CRITERION.id, 'overdue', false]);
      const insert = lab.database.query(
        'api',
        contextOf('petra', 'politie'),
        `insert into deadline (lab_id, target_kind, target_id, due_on, set_by, set_at) values ($1, 'step', 'solutions', '2024-07-01', $2, now())`,
        [labId, lab.ids.person('petra')],
      );
      await expect(insert).rejects.toThrow('row-level security');
      await deadlines.set(await as('marit'), labId, CRITERION, null);
      expect((await read('pim')).map(([id]) => id)).toEqual([STEP.id]);
    });
  });

  describe('activity', () => {
    it('tells everybody of the lab who did what, without names of others and without what was only read', async () => {
      await lab.auditLog.list(await as('fatma'), { labId }, { first: 10 });
      const page = await activity.list(await as('wilma'), { labId }, { first: 50 });
      const deeds = page.items.map(({ action }) => action);
      expect(deeds).toEqual(expect.arrayContaining(['comment.write', 'comment.withdraw', 'deadline.set']));
      expect(deeds).not.toContain('audit.read');
      expect(page.items.find(({ action }) => action === 'deadline.set')).toMatchObject({
        organisationName: 'Gemeente Teststad',
        personName: null,
        roles: ['coordinator'],
      });
      await expect(activity.list(await as('greta'), { labId }, { first: 10 })).rejects.toMatchObject({
        kind: 'NotFound',
      });
      const past = await lab.database.query(
        'api',
        contextOf('greta', 'ggd'),
        'select * from app.lab_activity($1, app.told_actions(), null, null, 50)',
        [labId],
      );
      expect(past).toEqual([]);
      const read = await lab.database.query(
        'api',
        contextOf('wilma', 'wijkteam'),
        `select * from app.lab_activity($1, array['audit.read'], null, null, 50)`,
        [labId],
      );
      expect(read).toEqual([]);
    });

    it('comes in pages, by group and by organisation', async () => {
      const one = await activity.list(await as('pim'), { labId, group: 'talk' }, { first: 1 });
      const two = await activity.list(await as('pim'), { labId, group: 'talk' }, { first: 1, after: one.nextCursor! });
      expect(two.items[0]!.id < one.items[0]!.id).toBe(true);
      const politie = lab.ids.organisation('politie');
      const own = await activity.list(await as('pim'), { labId, organisationId: politie }, { first: 50 });
      expect(new Set(own.items.map(({ organisationId }) => organisationId))).toEqual(new Set([politie]));
      expect(own.items[0]!.personName).not.toBeNull();
    });

    it('is one list in the application and in the database', async () => {
      const [row] = await lab.database.look<{ actions: string[] }>('select app.told_actions() as actions');
      expect([...row!.actions].sort()).toEqual([...toldActions()].sort());
    });
  });
});
