import { invalidInput } from '@datalab/domain';

/** The text of a field without what stands around it; throws InvalidInput where it is too short or too long. */
export function textIn(field: string, text: string, shortest: number, longest: number): string {
  const trimmed = text.trim();
  if (trimmed.length >= shortest && trimmed.length <= longest) return trimmed;
  throw invalidInput(`lab.${field}`, `This takes ${shortest} to ${longest} characters.`, [{ field }]);
}
