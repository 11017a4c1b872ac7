import { useTranslation } from 'react-i18next';
import type { Lab } from '../../gql/types.js';
import { Alert } from '../../ui/alert.js';
import { Button } from '../../ui/button.js';
import type { OrganisationKey } from './key/key-file.js';
import { isComplete } from './mapping/edit-mapping.js';
import { MappingForm } from './mapping/mapping-form.js';
import { RecognisedFile } from './recognised-file.js';
import type { UploadControls } from './use-upload.js';

/** What the file seems to be, and what every column means: proposed here, decided by the steward. */
export function ColumnsStage({
  lab,
  upload,
  recordKey,
}: {
  lab: Lab;
  upload: UploadControls;
  recordKey: OrganisationKey;
}) {
  const { t } = useTranslation();
  const { state, send, check } = upload;
  const { recognised, mapping } = state;
  if (recognised === undefined || mapping === undefined) return null;
  const isReady = isComplete(mapping);
  const form = (
    <MappingForm
      lab={lab}
      mapping={mapping}
      header={recognised.header}
      questions={recognised.questions}
      onChange={(next) => send({ type: 'mapped', mapping: next })}
    />
  );
  return (
    <>
      {recognised.isSaved && (
        <Alert tone="ok" role="status" title={t('upload.savedTitle')}>
          <p className="utrecht-paragraph">{t('upload.savedText')}</p>
        </Alert>
      )}
      <RecognisedFile recognised={recognised} fileName={state.file?.name ?? ''} />
      {recognised.isSaved ? (
        <details className="dl-details">
          <summary>{t('upload.showMapping')}</summary>
          {form}
        </details>
      ) : (
        form
      )}
      <div className="dl-actions">
        <Button look="primary" isBusy={!isReady} onClick={() => check(recordKey)}>
          {t('upload.check')}
        </Button>
        <Button look="subtle" onClick={() => send({ type: 'back' })}>
          {t('upload.otherFile')}
        </Button>
        {!isReady && <p className="dl-quiet">{t('upload.incomplete')}</p>}
      </div>
    </>
  );
}
