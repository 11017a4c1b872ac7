/** What a mail says: that something waits, how much, and where. Nothing of what it is, of whom, or in which lab. */
export interface MailWords {
  subject: string;
  text: string;
}

/** Dutch first, then English: the platform does not know in which language somebody reads. `link`: the address of the start page. */
export function mailWords(items: number, link: string): MailWords {
  const [dutch, english] =
    items === 1
      ? ['Er staat 1 ding voor u klaar', '1 thing is']
      : [`Er staan ${items} dingen voor u klaar`, `${items} things are`];
  return {
    subject: 'Er staat iets voor u klaar in Data Lab Overlast',
    text: `${dutch} in Data Lab Overlast.
Log in om te zien wat het is: ${link}

In deze mail staat bewust niet waar het over gaat.
Minder of geen mail? Dat stelt u in bij uw account.

--
${english} waiting for you in Data Lab Overlast.
Sign in to see what: ${link}

This mail leaves out on purpose what it is about.
Less mail, or none? Change it under your account.
`,
  };
}
