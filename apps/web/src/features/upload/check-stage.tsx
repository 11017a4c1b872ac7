import type { LabDataset } from '../../gql/types.js';
import { useWords } from '../../app/i18n/use-words.js';
import { Button } from '../../ui/button.js';
import { Progress } from '../../ui/progress.js';
import { CheckedProblems } from './checked-problems.js';
import { ConfirmLoad } from './confirm-load.js';
import type { OrganisationKey } from './key/key-file.js';
import type { UploadControls } from './use-upload.js';

interface CheckStageProps {
  upload: UploadControls;
  dataset: LabDataset;
  recordKey: OrganisationKey;
}

/** Every row is read; then either what stands in the way, or what the steward confirms. */
export function CheckStage({ upload, dataset, recordKey }: CheckStageProps) {
  const { t, number } = useWords();
  const { state, send } = upload;
  const { checked, progress, file, mapping } = state;
  return (
    <>
      {state.isBusy && (
        <section className="dl-card dl-stack">
          <Progress
            label={t('upload.checking', { file: file?.name ?? '' })}
            value={progress?.bytesRead ?? 0}
            max={file?.size ?? 0}
          />
          <p className="dl-quiet">
            {t('upload.rowsRead', { count: progress?.rows ?? 0, text: number(progress?.rows ?? 0) })}
          </p>
        </section>
      )}
      {checked !== undefined && mapping !== undefined && !checked.result.acceptable && (
        <CheckedProblems
          checked={checked}
          mapping={mapping}
          answered={state.answered}
          fileName={file?.name ?? ''}
          onAnswers={(answers) => upload.check(recordKey, answers)}
        />
      )}
      {checked?.result.acceptable === true && <ConfirmLoad upload={upload} checked={checked} dataset={dataset} />}
      <div className="dl-actions">
        <Button look="subtle" onClick={() => send({ type: 'back' })}>
          {t('upload.backToColumns')}
        </Button>
      </div>
    </>
  );
}
