import {
  Database,
  endMail,
  findMailAddress,
  giveUpUncertain,
  insertMail,
  insertNotices,
  listUntold,
  postponeMail,
  takeMail,
  type MailToSend,
  type UntoldNotice,
} from '@datalab/data';
import type { Clock } from '@datalab/domain';
import { mailWords } from './mail-words.js';
import type { MailSender } from './smtp-sender.js';
import { waitingInLab } from './waiting-in-lab.js';

const MINUTE = 60_000;
/** What is `sending` for longer was left by a process that is gone. */
const LEFT_AFTER = 15 * MINUTE;
const MOST_TRIES = 8;
const MOST_AT_A_TIME = 500;

class ToldMeanwhile extends Error {}

/** Tells people by mail that something waits for them; for the worker. Every mail is written down before it is sent, and sent once at most. */
export class MailerService {
  constructor(
    private readonly database: Database,
    private readonly sender: MailSender,
    /** Where people sign in. */
    private readonly link: string,
    private readonly clock: Clock,
  ) {}

  /** Writes down what waits for whom in one lab. Again is no harm. */
  async look(labId: string): Promise<void> {
    const now = this.clock.now();
    await this.database.inTransaction({ labId }, async (tx) =>
      insertNotices(tx, labId, await waitingInLab(tx, labId, now), now),
    );
  }

  /** Makes the mails that are due and sends all that wait. Gives how many were sent. */
  async deliver(): Promise<number> {
    const now = this.clock.now();
    await this.database.inTransaction({}, (tx) => giveUpUncertain(tx, new Date(now.getTime() - LEFT_AFTER), now));
    await this.make(now);
    let sent = 0;
    for (let at = 0; at < MOST_AT_A_TIME; at++) {
      const mail = await this.database.inTransaction({}, (tx) => takeMail(tx, this.clock.now()));
      if (mail === undefined) break;
      if (await this.send(mail)) sent++;
    }
    return sent;
  }

  private async make(now: Date): Promise<void> {
    const untold = await this.database.inTransaction({}, (tx) => listUntold(tx, dailySince(now)));
    const waiting = new Set<string>();
    // Asked once more: what was done meanwhile waits for nobody.
    for (const labId of new Set(untold.map((one) => one.labId))) {
      const rows = await this.database.inTransaction({ labId }, (tx) => waitingInLab(tx, labId, now));
      for (const { personId, item } of rows) waiting.add(keyOf({ labId, personId, item }));
    }
    const open = untold.filter((notice) => waiting.has(keyOf(notice)));
    for (const personId of new Set(open.map((one) => one.personId))) {
      const notices = open.filter((one) => one.personId === personId);
      try {
        await this.database.inTransaction({}, async (tx) => {
          if (!(await insertMail(tx, { personId, notices, at: now }))) throw new ToldMeanwhile();
        });
      } catch (error) {
        // Another worker made this mail a moment ago.
        if (!(error instanceof ToldMeanwhile)) throw error;
      }
    }
  }

  private async send({ id, personId, labId, items, attempts }: MailToSend): Promise<boolean> {
    const to = await this.database.inTransaction({ labId }, (tx) => findMailAddress(tx, personId, labId));
    const outcome =
      to === undefined
        ? { kind: 'never' as const, code: 'no-address' }
        : await this.sender.send({ id, to, ...mailWords(items, this.link) });
    const at = this.clock.now();
    await this.database.inTransaction({}, (tx) => {
      if (outcome.kind === 'sent') return endMail(tx, id, { state: 'sent', at });
      const { kind, code: failure } = outcome;
      if (kind === 'later' && attempts < MOST_TRIES)
        return postponeMail(tx, id, new Date(at.getTime() + 5 * MINUTE * 2 ** (attempts - 1)), failure);
      return endMail(tx, id, { state: kind === 'uncertain' ? 'uncertain' : 'failed', failure, at });
    });
    return outcome.kind === 'sent';
  }
}

const keyOf = ({ labId, personId, item }: UntoldNotice): string => `${labId} ${personId} ${item}`;

const OFFICE_OPENS = 7 * 60 + 30;
const CLOCK = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Amsterdam',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** Half past seven of this day where most labs are; undefined before that. Who was mailed since is not mailed daily again. */
export function dailySince(now: Date): Date | undefined {
  const [hour = 0, minute = 0] = CLOCK.format(now).split(':').map(Number);
  const minutes = hour * 60 + minute - OFFICE_OPENS;
  return minutes < 0 ? undefined : new Date(now.getTime() - minutes * MINUTE - (now.getTime() % MINUTE));
}
