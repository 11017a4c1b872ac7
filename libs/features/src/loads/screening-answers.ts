import type { ScreeningAnswer } from '@datalab/data';
import { invalidInput, type DatasetKind } from '@datalab/domain';
import { CANONICAL_FIELDS, identifiersIn, isAnswerable, SCREENED_KINDS, type ScreenedKind } from '@datalab/intake';

const SHORTEST_REASON = 10;
const LONGEST_REASON = 500;

/**
 * Throws InvalidInput unless these are answers that a steward may give: about a kind that can be a false alarm, with a reason in words, and
 * without an identifier in what a person wrote: the reason and the column's name go into the audit log. The reason is trimmed.
 */
export function checkedAnswers(answers: readonly ScreeningAnswer[], kind: DatasetKind): ScreeningAnswer[] {
  const seen = new Set<string>();
  return answers.map((answer, position) => {
    const fault = (code: string, message: string, field: keyof ScreeningAnswer) =>
      invalidInput(code, message, [{ field: `answers.${position}.${field}` }]);
    const reason = answer.reason.trim();
    if (!(SCREENED_KINDS as readonly string[]).includes(answer.kind))
      throw fault('answer.unknown-kind', 'The screening has no finding of this kind.', 'kind');
    if (!isAnswerable(answer.kind as ScreenedKind))
      throw fault('answer.not-answerable', 'A finding that a check digit proves is no false alarm.', 'kind');
    if (answer.field !== null && !Object.hasOwn(CANONICAL_FIELDS[kind], answer.field))
      throw fault('answer.unknown-field', 'This kind of dataset has no such field.', 'field');
    if (reason.length < SHORTEST_REASON || reason.length > LONGEST_REASON)
      throw fault('answer.reason-length', `A reason has ${SHORTEST_REASON} to ${LONGEST_REASON} characters.`, 'reason');
    for (const field of ['reason', 'column'] as const)
      if (identifiersIn(answer[field]).length > 0)
        throw fault('answer.identifies', 'This text holds an identifier; it is kept in the audit log.', field);
    const key = `${answer.kind} ${answer.field ?? ''} ${answer.column}`;
    if (seen.has(key)) throw fault('answer.twice', 'This finding is answered twice.', 'kind');
    seen.add(key);
    return { ...answer, reason };
  });
}
