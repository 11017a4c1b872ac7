import type { LabDataset } from '../../gql/types.js';
import { useWords } from '../../app/i18n/use-words.js';
import { Alert } from '../../ui/alert.js';
import { Button } from '../../ui/button.js';
import { Check } from '../../ui/choice.js';
import { LoadTotals } from '../loads/load-totals.js';
import '../loads/loads.css';
import { CheckNotes } from './check-notes.js';
import { CoverageSection } from './coverage/coverage-section.js';
import { coveredBy, isAnswered } from './coverage/covered-ranges.js';
import type { Checked } from './intake-protocol.js';
import type { UploadControls } from './use-upload.js';

/** The file is good. Three things only a person can say: the totals are right, the period is right, and what the gaps mean. */
export function ConfirmLoad({
  upload,
  checked,
  dataset,
}: {
  upload: UploadControls;
  checked: Checked;
  dataset: LabDataset;
}) {
  const { t } = useWords();
  const { state, send } = upload;
  const { gaps } = checked.result.coverage;
  const covers = state.span === undefined ? [] : coveredBy(state.span, gaps, state.answers);
  const isReady = isAnswered(gaps, state.answers) && covers.length > 0;
  return (
    <>
      <Alert tone="ok" role="status" title={t('upload.goodTitle')}>
        <p className="utrecht-paragraph">{t('upload.goodText')}</p>
      </Alert>
      <LoadTotals totals={checked.result.totals} />
      <CheckNotes result={checked.result} />
      {state.span !== undefined && (
        <CoverageSection checked={checked} span={state.span} answers={state.answers} covers={covers} send={send} />
      )}
      <section className="dl-card dl-stack" aria-label={t('upload.confirm')}>
        {isReady ? (
          <Check
            label={t('upload.confirmText', { dataset: dataset.name })}
            checked={state.isConfirmed}
            onChange={(isConfirmed) => send({ type: 'confirmed', isConfirmed })}
          />
        ) : (
          <p className="dl-quiet">{t(covers.length === 0 ? 'upload.noCover' : 'upload.answerGaps')}</p>
        )}
        <div className="dl-actions">
          <Button look="primary" isBusy={!isReady || !state.isConfirmed} onClick={() => send({ type: 'sending' })}>
            {t('upload.send')}
          </Button>
        </div>
      </section>
    </>
  );
}
