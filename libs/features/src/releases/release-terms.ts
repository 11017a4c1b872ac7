import type { LabPolicy } from '@datalab/domain';

const DAY_MS = 86_400_000;

/** The moment so many days later. */
export const daysAfter = (at: Date, days: number): Date => new Date(at.getTime() + days * DAY_MS);

/** Why a wish for a release is outside the agreement, as a stable code; undefined where it is inside. */
export function outsideTerms(
  policy: Pick<LabPolicy, 'recipients' | 'embargoDays'>,
  wish: { tier: 'lab' | 'public'; embargoDays: number },
): 'public-not-agreed' | 'embargo-too-long' | undefined {
  if (wish.tier === 'public' && !policy.recipients.includes('public')) return 'public-not-agreed';
  return wish.embargoDays > policy.embargoDays ? 'embargo-too-long' : undefined;
}
