/** How often somebody wants to be mailed that something waits for them. */
export const MAIL_RHYTHMS = ['at_once', 'daily', 'never'] as const;
export type MailRhythm = (typeof MAIL_RHYTHMS)[number];

/** Of who never said. */
export const USUAL_MAIL_RHYTHM: MailRhythm = 'daily';
