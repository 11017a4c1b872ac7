import { CaseInputError } from './case-table.js';

/** A member of the parameters, which come from a file and may be anything; undefined when absent or null. */
function member(params: unknown, name: string): unknown {
  const value = params !== null && typeof params === 'object' ? (params as Record<string, unknown>)[name] : undefined;
  return value ?? undefined;
}

/** A finite number of the parameters, or the default. Throws CaseInputError when it is no number, or absent without default. */
export function numberParam(params: unknown, name: string, otherwise?: number): number {
  const value = member(params, name) ?? otherwise;
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new CaseInputError(`params.${name} must be a number`);
  return value;
}

/** A list of numbers; a single number counts as a list of one. Throws CaseInputError on anything else. */
export function numbersParam(params: unknown, name: string): number[] {
  const value = [member(params, name)].flat();
  if (!value.every((v): v is number => typeof v === 'number' && Number.isFinite(v))) {
    throw new CaseInputError(`params.${name} must be a list of numbers`);
  }
  return value;
}

/** A list of texts; a single text counts as a list of one. Throws CaseInputError on anything else. */
export function textsParam(params: unknown, name: string): string[] {
  const value = [member(params, name)].flat();
  if (!value.every((v): v is string => typeof v === 'string')) {
    throw new CaseInputError(`params.${name} must be a list of texts`);
  }
  return value;
}

/** A text of the parameters, or the default. Throws CaseInputError when it is no text, or absent without default. */
export function textParam(params: unknown, name: string, otherwise?: string): string {
  const value = member(params, name) ?? otherwise;
  if (typeof value !== 'string') throw new CaseInputError(`params.${name} must be a text`);
  return value;
}
