import type { ReleaseDocument } from '@datalab/domain';
import { useWords } from '../../app/i18n/use-words.js';
import { WhyWithheld } from '../../ui/why-withheld.js';
import { PictureView } from '../results/pictures/picture-view.js';
import { ResultText, ResultWarnings } from '../results/result-view.js';
import { ReleaseTable } from './release-table.js';

/** What a release gives, to be read: its words and picture, and every number behind a click where there is more than numbers. */
export function ReleasedOutcome({ document }: { document: ReleaseDocument }) {
  const { t } = useWords();
  return (
    <div className="dl-stack">
      <OutcomeInWords document={document} />
      <details open={document.picture === null || document.picture.kind === 'table'}>
        <summary>{t('release.numbers')}</summary>
        <ReleaseTable document={document} check={null} own={[]} />
        {document.withheld > 0 && <WhyWithheld />}
      </details>
    </div>
  );
}

/** The text of the outcome, what to be careful with, and its picture; a table of the picture has none of these. */
export function OutcomeInWords({ document }: { document: ReleaseDocument }) {
  return (
    <>
      {document.text !== null && (
        <div className="dl-result__text">
          <ResultText text={document.text} />
        </div>
      )}
      <ResultWarnings warnings={document.warnings} />
      {document.picture !== null && <PictureView picture={document.picture} />}
    </>
  );
}
