/** What a cron job sees of a partner's command; documented in docs/guides/aanleveren.md. */
export const EXIT = {
  ok: 0,
  /** The file or the load is not accepted; the reasons were printed. Trying again changes nothing. */
  refused: 1,
  /** The command was not called rightly. */
  usage: 2,
  /** Sign in first, or again. */
  notSignedIn: 3,
  /** The platform, the identity provider or a key holder does not answer now. Trying again later may help. */
  unreachable: 4,
  /** Something that should not be possible: tell who maintains this. */
  unexpected: 5,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Ends a partner's command with this code, after saying why. */
export class Stop extends Error {
  override readonly name = 'Stop';

  constructor(
    readonly code: ExitCode,
    message: string,
  ) {
    super(message);
  }
}
