import { createTransport, type Transporter } from 'nodemailer';
import type { MailWords } from './mail-words.js';

/** What became of a mail: the server took it; it certainly did not, and may later; it never will; or nobody can say. */
export type SendOutcome =
  | { kind: 'sent' }
  | { kind: 'later' | 'never' | 'uncertain'; /** A stable code, never what the server said. */ code: string };

export interface MailSender {
  /** Sends one mail under an id of its own; never throws. */
  send(mail: MailWords & { id: string; to: string }): Promise<SendOutcome>;
}

export interface SmtpSettings {
  /** `smtp://` or `smtps://`, with name and password where the server wants them. */
  url: string;
  from: string;
}

const TIMEOUT_MS = 30_000;

/** Hands mails to the mail server of the installation. */
export class SmtpSender implements MailSender {
  private readonly transport: Transporter;

  constructor(private readonly settings: SmtpSettings) {
    this.transport = createTransport(settings.url, { from: settings.from });
    Object.assign(this.transport.options, {
      connectionTimeout: TIMEOUT_MS,
      greetingTimeout: TIMEOUT_MS,
      socketTimeout: TIMEOUT_MS,
    });
  }

  async send({ id, to, subject, text }: MailWords & { id: string; to: string }): Promise<SendOutcome> {
    const domain = this.settings.from.replace(/^.*@|>$/g, '');
    try {
      await this.transport.sendMail({
        to,
        subject,
        text,
        // The same for every try: a server or mailbox that has it already can tell.
        messageId: `<${id}@${domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      return { kind: 'sent' };
    } catch (error) {
      return outcomeOf(error as { code?: string; command?: string; responseCode?: number });
    }
  }

  close(): void {
    this.transport.close();
  }
}

/** What a failure says about whether the mail was taken. */
export function outcomeOf({
  code,
  command,
  responseCode,
}: {
  code?: string;
  command?: string;
  responseCode?: number;
}): SendOutcome {
  if (responseCode !== undefined && responseCode >= 500) return { kind: 'never', code: 'refused' };
  if (responseCode !== undefined && responseCode >= 400) return { kind: 'later', code: 'not-now' };
  // The text was on its way, and no answer came.
  if (command === 'DATA') return { kind: 'uncertain', code: 'no-answer' };
  if (code === 'EAUTH') return { kind: 'later', code: 'not-admitted' };
  return { kind: 'later', code: 'out-of-reach' };
}
