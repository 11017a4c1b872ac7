import { useWords } from '../../app/i18n/use-words.js';
import { StatusBadge, type Tone } from '../../ui/status-badge.js';
import type { Deadline } from './together-query.js';

const TONES: Record<Deadline['standing'], Tone> = { later: 'neutral', soon: 'warning', overdue: 'error' };

/** The day on which something must be ready; what is ready is never too late. */
export function DeadlineBadge({ deadline }: { deadline: Pick<Deadline, 'dueOn' | 'standing' | 'isMet'> }) {
  const { t, date } = useWords();
  const { dueOn, standing, isMet } = deadline;
  return (
    <StatusBadge tone={isMet ? 'inactive' : TONES[standing]}>
      {t(!isMet && standing === 'overdue' ? 'together.overdueSince' : 'together.dueOn', { date: date(dueOn) })}
    </StatusBadge>
  );
}
