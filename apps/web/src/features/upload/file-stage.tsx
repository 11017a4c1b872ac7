import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { LabDataset, Me } from '../../gql/types.js';
import { Alert } from '../../ui/alert.js';
import { Progress } from '../../ui/progress.js';
import { FileDrop } from './file/file-drop.js';
import type { OrganisationKey } from './key/key-file.js';
import { KeySection } from './key/key-section.js';
import type { UploadControls } from './use-upload.js';

interface FileStageProps {
  upload: UploadControls;
  kind: LabDataset['kind'];
  organisation: Me['organisation'];
  storedKey: UseQueryResult<OrganisationKey | null>;
}

export function FileStage({ upload, kind, organisation, storedKey }: FileStageProps) {
  const { t } = useTranslation();
  const { state, choose } = upload;
  return (
    <>
      <Alert tone="info" title={t('upload.staysTitle')}>
        <p className="utrecht-paragraph">{t('upload.staysText')}</p>
      </Alert>
      {storedKey.data != null && <FileDrop onFile={choose} isBusy={state.isBusy} />}
      <p className="utrecht-paragraph dl-small">
        {t('upload.templateText')}{' '}
        <a className="utrecht-link" href={`/schema/${kind.replace('_', '-')}-template.csv`} download>
          {t('upload.template')}
        </a>{' '}
        {t('upload.templateOr')}{' '}
        <a className="utrecht-link" href="/schema/README.md" target="_blank" rel="noreferrer">
          {t('upload.formatPage')}
        </a>
      </p>
      {state.isBusy && <Progress label={t('upload.recognising', { file: state.file?.name ?? '' })} />}
      <KeySection organisation={organisation} storedKey={storedKey} />
    </>
  );
}
