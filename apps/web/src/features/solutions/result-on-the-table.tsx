import { useWords } from '../../app/i18n/use-words.js';
import { ReleasedOutcome } from '../releases/released-outcome.js';
import type { ShownRelease } from '../releases/releases-query.js';

/** What is interpreted: what it shows, its outcome, and what not to conclude from it. */
export function ResultOnTheTable({ release }: { release: ShownRelease }) {
  const { t } = useWords();
  const { context, document } = release;
  return (
    <section className="dl-stack" aria-label={context.title}>
      <p className="utrecht-paragraph">{context.what}</p>
      {document !== null && <ReleasedOutcome document={document} />}
      <p className="dl-quiet">{t('session.notToConclude', { words: context.notToConclude })}</p>
    </section>
  );
}
