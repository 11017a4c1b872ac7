import type { LabDataset } from '../../gql/types.js';
import { useWords } from '../../app/i18n/use-words.js';
import { Button } from '../../ui/button.js';
import { CheckProgressCard } from './check-progress-card.js';
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
  const { t } = useWords();
  const { state, send } = upload;
  const { checked, progress, file, mapping } = state;
  return (
    <>
      {state.isBusy && <CheckProgressCard progress={progress} fileName={file?.name ?? ''} bytes={file?.size ?? 0} />}
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
