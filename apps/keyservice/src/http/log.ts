import { pino, type DestinationStream, type Logger } from 'pino';

/**
 * The log of the service: JSON lines of fixed fields. Nothing of a request is ever logged but its route pattern, lab, organisation and
 * counts, so there is nothing to redact.
 */
export const createLog = (level: string, destination?: DestinationStream): Logger =>
  pino({ level, base: { service: 'keyservice' } }, destination);

/** Where an error happened and of what kind, without its message: a message of somebody else's library may quote what it was given. */
export function errorTrace(error: unknown): { error: string; code?: string; at: string[] } {
  if (!(error instanceof Error)) return { error: typeof error, at: [] };
  const { code } = error as { code?: unknown };
  const at = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { error: error.name, ...(typeof code === 'string' ? { code } : {}), at: at.map((line) => line.trim()) };
}
