import { BearerSession, type PlatformSession } from '@datalab/client';
import { configFolder } from './config-folder.js';
import { EXIT, Stop } from './exit-codes.js';
import { refreshed, signInProgram } from './sign-in.js';
import { keepTokens, readTokens } from './tokens.js';
import { wordsFor, type Words } from './words.js';

/** A token is renewed when less than this is left of it, so that it lasts for an upload. */
const ENOUGH_LEFT_MS = 5 * 60_000;

export type Environment = Readonly<Record<string, string | undefined>>;

/** Who sits at this command line, and what they keep here. */
export class Partner {
  readonly words: Words;
  readonly folder: string;

  constructor(
    readonly environment: Environment,
    readonly print: (line: string) => void,
  ) {
    this.words = wordsFor(environment);
    this.folder = configFolder(environment);
  }

  /** Id and secret of a program, where the environment has them. */
  get program(): { id: string; secret: string } | undefined {
    const { DATALAB_CLIENT_ID: id, DATALAB_CLIENT_SECRET: secret } = this.environment;
    return id && secret ? { id, secret } : undefined;
  }

  /** A signed-in client, its token good for a while. Stops with `notSignedIn` where somebody must sign in first. */
  async session(): Promise<PlatformSession> {
    const tokens = await readTokens(this.folder);
    if (tokens === undefined) throw new Stop(EXIT.notSignedIn, this.words.signInFirst);
    if (tokens.expiresAt - Date.now() > ENOUGH_LEFT_MS) return new BearerSession(tokens.platform, tokens.accessToken);
    const isProgram = this.program?.id === tokens.clientId;
    const renewed = isProgram
      ? await signInProgram(tokens.platform, this.program!, this.words)
      : await refreshed(tokens);
    if (renewed !== undefined) {
      await keepTokens(this.folder, renewed);
      return new BearerSession(renewed.platform, renewed.accessToken);
    }
    if (tokens.expiresAt > Date.now()) return new BearerSession(tokens.platform, tokens.accessToken);
    throw new Stop(EXIT.notSignedIn, this.words.signInFirst);
  }
}
