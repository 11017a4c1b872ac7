import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from './env.js';

type Options = NonNullable<ParseArgsConfig['options']>;

/** The options and other words of a command; UsageError where one is not known or lacks its value. */
export function optionsOf<const O extends Options>(args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')) throw new UsageError((error as Error).message);
    throw error;
  }
}

/** A whole number in these bounds; UsageError where the text is none. */
export function wholeNumber(name: string, text: string, low: number, high: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= low && value <= high) return value;
  throw new UsageError(`--${name} is a whole number of ${low} to ${high}.`);
}
