import type { MailerService } from '@datalab/features';
import { mailNoticesSchedule, mailSchedule } from '@datalab/jobs';
import { handlerForLab, handlerForPlatform } from '@datalab/queue';

/** Without a mail server nobody is mailed, and nothing is saved up for later: what waits is on the start page. */
export const mailHandlers = (mailer: MailerService | undefined) => [
  handlerForLab(mailNoticesSchedule, async ({ labId }) => mailer?.look(labId)),
  handlerForPlatform(mailSchedule, async () => void (await mailer?.deliver())),
];
