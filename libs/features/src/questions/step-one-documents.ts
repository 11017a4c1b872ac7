import { CHECKLIST_ANSWERS, HIGHEST_SCORE, invalidInput, LOWEST_SCORE, type ChecklistItem } from '@datalab/domain';
import { z } from 'zod';
import { checkOwnWords } from '../quality/check-own-words.js';

const text = (least: number, most: number) => z.string().trim().min(least).max(most);
const score = z.int().min(LOWEST_SCORE).max(HIGHEST_SCORE);

/** What an organisation wants of the lab, in its own words. */
export const goalSchema = z.strictObject({ goal: text(10, 1_000) });

/** A question with what is behind it: what somebody will decide or do once it is answered. */
export const questionSchema = z.strictObject({ question: text(10, 300), behind: text(10, 1_000) });
export type NewQuestion = z.infer<typeof questionSchema>;

/** Why a question was chosen that was not ranked first; empty where it was. */
export const reasonSchema = text(0, 1_000);

/** What an organisation thinks of some questions. */
export const scoresSchema = z
  .array(
    z.strictObject({
      questionId: z.uuid(),
      impact: score,
      answerability: score,
      privacyCost: score,
      note: text(0, 500).default(''),
    }),
  )
  .min(1)
  .max(100)
  .refine((scores) => new Set(scores.map(({ questionId }) => questionId)).size === scores.length);
export type ScoreAnswers = z.infer<typeof scoresSchema>;

/** Answers on a list: of its items alone, each once, each with an explanation. Not all need be there. */
export const answersSchema = (items: readonly ChecklistItem[]) =>
  z
    .array(
      z.strictObject({
        item: z.enum(items.map(({ key }) => key)),
        answer: z.enum(CHECKLIST_ANSWERS),
        explanation: text(3, 1_000),
      }),
    )
    .refine((answers) => new Set(answers.map(({ item }) => item)).size === answers.length);

/** What the board said. The name is that of somebody who speaks for an organisation, so it is asked for. */
export const boardSchema = z.strictObject({
  agrees: z.boolean(),
  personName: text(3, 120),
  function: text(3, 120),
  agreedOn: z.iso.date(),
});
export type BoardAnswer = z.infer<typeof boardSchema>;

/** How citizens were asked, or why they were not; the second only with the word that it is public. */
export const consultationSchema = z.discriminatedUnion('held', [
  z.strictObject({
    held: z.literal(true),
    how: text(10, 1_000),
    heldOn: z.iso.date(),
    outcome: text(10, 2_000),
    isPublic: z.boolean(),
  }),
  z.strictObject({ held: z.literal(false), reason: text(10, 2_000), isPublic: z.literal(true) }),
]);
export type ConsultationAnswer = z.infer<typeof consultationSchema>;

/** What a schema makes of an input, its own words screened. Throws InvalidInput with the fields, never their values. */
export function parseStepOne<T>(schema: z.ZodType<T>, input: unknown, code: string, ownWords: (value: T) => Words): T {
  const parsed = schema.safeParse(input);
  if (!parsed.success) {
    const fields = [...new Set(parsed.error.issues.map(({ path }) => path.join('.') || '(all)'))];
    throw invalidInput(
      code,
      `This is not complete or not right: ${fields.join(', ')}.`,
      fields.map((field) => ({ field })),
    );
  }
  checkOwnWords(ownWords(parsed.data));
  return parsed.data;
}
type Words = Readonly<Record<string, string>>;
