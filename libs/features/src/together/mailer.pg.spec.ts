import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { FixedClock } from '@datalab/domain';
import { describeWithDatabase, TestLab, type PersonName } from '@datalab/testing';
import { SMTPServer } from 'smtp-server';
import { LabViews } from '../labs/lab-view.js';
import { CommentsService } from './comments.service.js';
import { DeadlinesService } from './deadlines.service.js';
import { dailySince, MailerService } from './mailer.service.js';
import { MailRhythmService } from './mail-rhythm.service.js';
import { outcomeOf, SmtpSender, type MailSender } from './smtp-sender.js';

const LINK = 'https://datalab.voorbeeld.nl';
const STEP = { kind: 'step', id: 'factual_picture' } as const;

describe('dailySince', () => {
  it('counts from half past seven on the clock of the labs, in winter and in summer', () => {
    expect(dailySince(new Date('2026-01-05T06:29:59Z'))).toBeUndefined();
    expect(dailySince(new Date('2026-01-05T06:30:10Z'))).toEqual(new Date('2026-01-05T06:30:00Z'));
    expect(dailySince(new Date('2026-07-05T12:00:00Z'))).toEqual(new Date('2026-07-05T05:30:00Z'));
  });
});

describe('outcomeOf', () => {
  it('sends again only what was certainly not taken', () => {
    expect(outcomeOf({ responseCode: 550, command: 'RCPT TO' }).kind).toBe('never');
    expect(outcomeOf({ responseCode: 451, command: 'DATA' }).kind).toBe('later');
    expect(outcomeOf({ code: 'ETIMEDOUT', command: 'DATA' }).kind).toBe('uncertain');
    expect(outcomeOf({ code: 'ESOCKET', command: 'CONN' }).kind).toBe('later');
  });
});

describeWithDatabase('mail that something waits', () => {
  let lab: TestLab;
  let labId: string;
  let server: SMTPServer;
  let sender: SmtpSender;
  let mailer: MailerService;
  let comments: CommentsService;
  let rhythms: MailRhythmService;
  const clock = new FixedClock(new Date('2024-06-03T10:00:00Z'));
  const got: { to: string; text: string }[] = [];
  const take = () => got.splice(0).sort((a, b) => a.to.localeCompare(b.to));

  beforeAll(async () => {
    lab = await TestLab.open();
    labId = lab.ids.lab('overlast');
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onData: (stream, session, done) => {
        let text = '';
        stream.on('data', (piece: Buffer) => (text += piece.toString('utf8')));
        stream.on('end', () => {
          for (const { address } of session.envelope.rcptTo) got.push({ to: address, text });
          done();
        });
      },
    });
    const port = await new Promise<number>((resolve) => {
      const net = server.listen(0, '127.0.0.1', () => resolve((net.address() as { port: number }).port));
    });
    sender = new SmtpSender({ url: `smtp://127.0.0.1:${port}`, from: 'datalab@voorbeeld.nl' });
    mailer = new MailerService(await lab.database.as('worker'), sender, LINK, clock);
    const api = await lab.database.as('api');
    comments = new CommentsService(api, new LabViews());
    rhythms = new MailRhythmService(api);
    const deadlines = new DeadlinesService(api, new LabViews());
    for (const name of ['pim', 'marit', 'sanne'] as const) await rhythms.set(await lab.as(name), 'at_once');
    await rhythms.set(await lab.as('joris'), 'never');
    await deadlines.set(await lab.as('marit'), labId, STEP, '2024-12-31');
  });

  it('goes to everybody from whom a step misses something, with what it misses counted, and to nobody else', async () => {
    clock.set(new Date('2024-06-01T10:00:00Z'));
    await round();
    const told = new Map(take().map(({ to, text }) => [to, /Er sta(?:at|an) (\d+) ding/.exec(text)?.[1]]));
    const { steps } = await lab.labs.getView(await lab.as('pim'), labId);
    const missedFrom = (organisation: 'politie' | 'gemeente') =>
      steps
        .filter(({ state }) => state === 'open')
        .flatMap(({ criteria }) => criteria)
        .filter(({ missing }) =>
          missing.some(
            ({ role, organisationId }) =>
              role === 'data_steward' && organisationId === lab.ids.organisation(organisation),
          ),
        )
        .map(({ code }) => code);
    expect(missedFrom('politie')).toEqual(expect.arrayContaining(['everybody-delivered', 'cards-written']));
    expect(told.get('pim@politie.test')).toBe(String(missedFrom('politie').length));
    expect(told.get('sanne@gemeente.test')).toBe(String(missedFrom('gemeente').length));
    // A wijkteam member brings nothing, the analyst wants no mail.
    expect([...told.keys()].filter((to) => to.startsWith('wilma') || to.startsWith('joris'))).toEqual([]);
    expect(await round()).toBe(0);
  });
  afterAll(async () => {
    sender.close();
    await new Promise<void>((resolve) => server.close(() => resolve()));
    await lab.close();
  });
  beforeEach(() => clock.set(new Date('2024-06-03T10:00:00Z')));
  const ask = async (name: PersonName, organisation: 'politie' | 'gemeente') =>
    (
      await comments.write(await lab.as(name), labId, STEP, 'Wilt u kijken naar Kerkstraat en omgeving?', [
        { role: 'data_steward', organisationId: lab.ids.organisation(organisation) },
      ])
    ).at(-1)!.id;
  const round = async () => {
    await mailer.look(labId);
    await mailer.look(lab.ids.lab('rust'));
    return mailer.deliver();
  };

  it('goes to who is asked and to nobody else, says how much and where, and nothing of what it is', async () => {
    await ask('marit', 'politie');
    await ask('marit', 'politie');
    expect(await round()).toBe(1);
    const [mail] = take();
    expect(mail!.to).toBe('pim@politie.test');
    expect(mail!.text).toContain('Er staan 2 dingen voor u klaar');
    expect(mail!.text).toContain(LINK);
    for (const told of ['Kerkstraat', 'Overlast in Teststad', 'Politie', 'marit', labId])
      expect(mail!.text).not.toContain(told);
    // Nothing new: nothing again.
    expect(await round()).toBe(0);
  });

  it('leaves out what was done before the mail was made', async () => {
    const id = await ask('marit', 'politie');
    await mailer.look(labId);
    await comments.settle(await lab.as('pim'), id, 'data_steward');
    expect(await mailer.deliver()).toBe(0);
  });

  it('goes once a day to who said nothing, at once to who wants that, never to who does not', async () => {
    const every = async () =>
      comments.write(await lab.as('marit'), labId, STEP, 'Wie kan dit?', [
        { role: 'privacy_officer', organisationId: null },
        { role: 'analyst', organisationId: null },
      ]);
    await every();
    await round();
    expect(take().map(({ to }) => to)).toEqual(['fatma@gemeente.test']);
    await every();
    clock.set(new Date('2024-06-03T15:00:00Z'));
    expect(await round()).toBe(0);
    // Before the office opens.
    clock.set(new Date('2024-06-04T04:00:00Z'));
    expect(await round()).toBe(0);
    clock.set(new Date('2024-06-04T08:00:00Z'));
    await round();
    expect(take().map(({ to }) => to)).toEqual(['fatma@gemeente.test']);
  });

  it('that a process left half-way is not sent a second time', async () => {
    await ask('marit', 'gemeente');
    let killed = false;
    // As after kill -9 in the middle of sending: the call never returns, and nothing is written down after it.
    const dying: MailSender = {
      send: (mail) => {
        killed = true;
        return sender.send(mail).then(() => new Promise(() => undefined));
      },
    };
    const first = new MailerService(await lab.database.as('worker'), dying, LINK, clock);
    await first.look(labId);
    void first.deliver();
    while (!killed || got.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(take().map(({ to }) => to)).toEqual(['sanne@gemeente.test']);
    expect(await round()).toBe(0);
    clock.set(new Date('2024-06-03T10:30:00Z'));
    expect(await round()).toBe(0);
    const states = await lab.database.look<{ state: string }>('select distinct state from mail order by 1');
    expect(states.map(({ state }) => state)).toEqual(['sent', 'uncertain']);
  });

  it('that the server does not take now is tried again later, and no address is kept of it', async () => {
    await ask('marit', 'politie');
    const away: MailSender = { send: () => Promise.resolve({ kind: 'later', code: 'out-of-reach' }) };
    const failing = new MailerService(await lab.database.as('worker'), away, LINK, clock);
    await failing.look(labId);
    expect(await failing.deliver()).toBe(0);
    expect(await round()).toBe(0);
    clock.set(new Date('2024-06-03T10:06:00Z'));
    expect(await round()).toBe(1);
    expect(take().map(({ to }) => to)).toEqual(['pim@politie.test']);
    const stored = await lab.database.look<{ row: string }>(
      'select mail::text as row from mail union all select n::text from mail_notice n',
    );
    for (const { row } of stored) expect(row).not.toContain('@');
  });

  it('is somebody’s own to set, whatever the application believes', async () => {
    expect(await rhythms.find(await lab.as('joris'))).toBe('never');
    expect(await rhythms.find(await lab.as('greta'))).toBe('daily');
    const other = lab.database.query(
      'api',
      { userId: lab.ids.person('greta'), organisationId: lab.ids.organisation('ggd') },
      `insert into mail_preference (person_id, rhythm, changed_at) values ($1, 'never', now())`,
      [lab.ids.person('paul')],
    );
    await expect(other).rejects.toThrow('row-level security');
  });
});
