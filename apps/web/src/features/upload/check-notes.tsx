import { SKIP_REASONS, type CanonicalResult } from '@datalab/intake';
import { keyNotes } from './key-notes.js';
import { useWords } from '../../app/i18n/use-words.js';

/** What the steward may want to know of a file that is good: repeated rows, keys that are missing, what was left out and why. */
export function CheckNotes({ result }: { result: CanonicalResult }) {
  const { t, number } = useWords();
  const words = (count: number) => ({ count, text: number(count) });
  const notes = [
    ...(result.countSum > 0 ? [t('upload.note.countSum', words(result.countSum))] : []),
    ...(result.identicalRows > 0 ? [t('upload.note.identical', words(result.identicalRows))] : []),
    ...(result.repeatedIds > 0 ? [t('upload.note.repeated', words(result.repeatedIds))] : []),
    ...keyNotes(result.keys, (name, count) => t(name, words(count))),
    ...SKIP_REASONS.filter((reason) => result.skippedBy[reason] > 0).map((reason) =>
      t(`upload.note.skip.${reason}`, words(result.skippedBy[reason])),
    ),
  ];
  if (notes.length === 0) return null;
  return (
    <section className="dl-section" aria-labelledby="notes">
      <h2 id="notes" className="utrecht-heading-3">
        {t('upload.notes')}
      </h2>
      <ul className="dl-notes">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </section>
  );
}
