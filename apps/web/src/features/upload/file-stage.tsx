import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Me } from '../../gql/types.js';
import { Alert } from '../../ui/alert.js';
import { Progress } from '../../ui/progress.js';
import { FileDrop } from './file/file-drop.js';
import type { OrganisationKey } from './key/key-file.js';
import { KeySection } from './key/key-section.js';
import type { UploadControls } from './use-upload.js';

interface FileStageProps {
  upload: UploadControls;
  organisation: Me['organisation'];
  storedKey: UseQueryResult<OrganisationKey | null>;
}

export function FileStage({ upload, organisation, storedKey }: FileStageProps) {
  const { t } = useTranslation();
  const { state, choose } = upload;
  return (
    <>
      <Alert tone="info" title={t('upload.staysTitle')}>
        <p className="utrecht-paragraph">{t('upload.staysText')}</p>
      </Alert>
      {storedKey.data != null && <FileDrop onFile={choose} isBusy={state.isBusy} />}
      {state.isBusy && <Progress label={t('upload.recognising', { file: state.file?.name ?? '' })} />}
      <KeySection organisation={organisation} storedKey={storedKey} />
    </>
  );
}
