import type { RunPicture } from '@datalab/domain';
import { useWords } from '../../app/i18n/use-words.js';
import { PictureView } from '../analyses/pictures/picture-view.js';
import { ReleaseTable } from '../releases/release-table.js';
import type { ShownRelease } from '../releases/releases-query.js';
import '../analyses/analyses.css';

/** What is interpreted: what it shows, what not to conclude from it, its picture and its numbers. */
export function ResultOnTheTable({ release }: { release: ShownRelease }) {
  const { t } = useWords();
  const { context, document } = release;
  return (
    <section className="dl-stack" aria-label={context.title}>
      <p className="utrecht-paragraph">{context.what}</p>
      {document !== null && document.picture !== null && <PictureView picture={document.picture as RunPicture} />}
      {document !== null && (
        <details>
          <summary>{t('session.numbers')}</summary>
          <ReleaseTable document={document} check={null} own={[]} />
        </details>
      )}
      <p className="dl-quiet">{t('session.notToConclude', { words: context.notToConclude })}</p>
    </section>
  );
}
