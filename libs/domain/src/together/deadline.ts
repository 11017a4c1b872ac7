/** From so many days before its day a deadline is told to those for whom it is. */
export const SOON_DAYS = 7;

export type DeadlineStanding = 'later' | 'soon' | 'overdue';

/** How a day (`YYYY-MM-DD`) lies to today: overdue only when it is over. */
export function deadlineStanding(dueOn: string, today: string): DeadlineStanding {
  const days = daysBetween(today, dueOn);
  if (days < 0) return 'overdue';
  return days <= SOON_DAYS ? 'soon' : 'later';
}

/** Whole days from one day to another (`YYYY-MM-DD`); below zero where the second is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
