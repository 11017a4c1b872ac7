/** A token with which one organisation may ask the key holders of one lab. */
export interface CallerToken {
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** Not so late that it expires on the way. */
const RENEW_BEFORE_MS = 60_000;

/** Gives a token that is good for another minute at least, asking for a new one only when it must. Questions at once share one. */
export function callerTokens(fetchToken: () => Promise<CallerToken>, now: () => number): () => Promise<string> {
  let current: Promise<CallerToken> | undefined;
  return async () => {
    const known = await current?.catch(() => undefined);
    if (known === undefined || known.expiresAt - RENEW_BEFORE_MS < now()) current = fetchToken();
    return (await current!).token;
  };
}
