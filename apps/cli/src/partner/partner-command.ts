import { PlatformError } from '@datalab/client';
import { Refusal } from '@datalab/intake';
import type { Command } from '../command.js';
import { UsageError } from '../env.js';
import { EXIT, Stop, type ExitCode } from './exit-codes.js';
import { Partner } from './partner.js';
import type { Words } from './words.js';

interface PartnerCommand extends Omit<Command, 'run'> {
  work(partner: Partner, args: readonly string[]): Promise<ExitCode>;
}

/** A command that partners run, also at night: whatever goes wrong becomes a sentence and one of the documented exit codes. */
export const partnerCommand = ({ work, ...command }: PartnerCommand): Command => ({
  ...command,
  async run(args, print) {
    const partner = new Partner(process.env, print);
    try {
      return await work(partner, args);
    } catch (error) {
      if (error instanceof UsageError) throw error;
      const { code, message } = endOf(error, partner.words);
      print(message);
      return code;
    }
  },
});

/** How a failure ends the command. Exported for its test. */
export function endOf(error: unknown, words: Words): { code: ExitCode; message: string } {
  if (error instanceof Stop) return { code: error.code, message: error.message };
  if (error instanceof Refusal)
    return { code: EXIT.refused, message: words.refusedFile(placeOf(error), error.message) };
  if (error instanceof PlatformError) {
    if (error.status === 401) return { code: EXIT.notSignedIn, message: words.signInFirst };
    if (error.status >= 500 || error.status === 429)
      return { code: EXIT.unreachable, message: words.unreachable('het platform') };
    return { code: EXIT.refused, message: words.refusedByPlatform(error.message) };
  }
  if (isUnreachable(error)) return { code: EXIT.unreachable, message: words.unreachable(hostOf(error)) };
  return {
    code: EXIT.unexpected,
    message: `${words.unexpected} ${error instanceof Error ? error.message : String(error)}`,
  };
}

const placeOf = ({ code, row, column }: Refusal): string =>
  [code, column === undefined ? undefined : `“${column}”`, row === undefined ? undefined : String(row)]
    .filter((part) => part !== undefined)
    .join(', ');

const NETWORK =
  /^(?:ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE|UND_ERR|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/;

/** `fetch`, openid-client and tus each wrap the error of the network in another way. */
function isUnreachable(error: unknown): boolean {
  for (let inner: unknown = error; inner instanceof Error; inner = inner.cause) {
    const { code, name } = inner as Error & { code?: unknown };
    if (name === 'TimeoutError' || (typeof code === 'string' && NETWORK.test(code))) return true;
    if ('causingError' in inner && isUnreachable(inner.causingError)) return true;
    if (inner instanceof TypeError && /fetch failed|does not say how to sign in/.test(inner.message)) return true;
  }
  return false;
}

function hostOf(error: unknown): string {
  for (let inner: unknown = error; inner instanceof Error; inner = inner.cause) {
    const { hostname, address } = inner as Error & { hostname?: string; address?: string };
    if (hostname ?? address) return (hostname ?? address)!;
  }
  return 'het platform';
}
