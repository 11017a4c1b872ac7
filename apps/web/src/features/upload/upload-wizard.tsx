import { useQuery } from '@tanstack/react-query';
import type { Lab, LabDataset, Me } from '../../gql/types.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { CheckStage } from './check-stage.js';
import { ColumnsStage } from './columns-stage.js';
import { FileStage } from './file-stage.js';
import { keyOptions } from './key/key-query.js';
import { RefusedFileAlert } from './refused-file-alert.js';
import { SendStage } from './send-stage.js';
import { useUpload } from './use-upload.js';
import { WizardSteps } from './wizard-steps.js';

interface UploadWizardProps {
  lab: Lab;
  dataset: LabDataset;
  organisation: Me['organisation'];
}

/** File, columns, check, send: one at a time, each with what was found so far. */
export function UploadWizard({ lab, dataset, organisation }: UploadWizardProps) {
  const upload = useUpload(lab, dataset);
  const key = useQuery(keyOptions(organisation.id));
  const { state } = upload;
  return (
    <div className="dl-upload">
      <WizardSteps stage={state.stage} />
      {state.refusal !== undefined && <RefusedFileAlert refusal={state.refusal} fileName={state.file?.name ?? ''} />}
      {state.failure !== undefined && <FailureAlert error={state.failure} />}
      {state.stage === 'file' && (
        <FileStage upload={upload} kind={dataset.kind} organisation={organisation} storedKey={key} />
      )}
      {state.stage === 'columns' && key.data != null && <ColumnsStage lab={lab} upload={upload} recordKey={key.data} />}
      {state.stage === 'check' && key.data != null && (
        <CheckStage upload={upload} dataset={dataset} recordKey={key.data} />
      )}
      {state.stage === 'send' && <SendStage lab={lab} upload={upload} dataset={dataset} />}
    </div>
  );
}
