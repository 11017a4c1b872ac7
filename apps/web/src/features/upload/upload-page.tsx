import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../gql/api-error.js';
import { Empty } from '../../ui/empty.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { SelectField } from '../../ui/field.js';
import { Page } from '../../ui/page.js';
import { useLab } from '../lab/lab-context.js';
import { UploadWizard } from './upload-wizard.js';
import './upload.css';

/** A steward brings a file: it is read here, and only canonical rows leave the computer. */
export function UploadPage() {
  const { t } = useTranslation();
  const { lab, me } = useLab();
  const search = useSearch({ from: '/labs/$labId/upload' });
  const navigate = useNavigate({ from: '/labs/$labId/upload' });
  const own = lab.datasets.filter(({ organisation }) => organisation.id === me.organisation.id);
  const dataset = own.find(({ id }) => id === search.dataset) ?? own[0];
  if (!lab.can.upload) return <FailureAlert error={new ApiError('Forbidden', '')} />;
  return (
    <Page title={t('upload.title')} lead={t('upload.lead')}>
      {dataset === undefined ? (
        <Empty title={t('upload.noDatasetTitle')} text={t('upload.noDatasetText')} />
      ) : (
        <>
          {own.length > 1 && (
            <div className="dl-upload__dataset">
              <SelectField
                label={t('upload.dataset')}
                hint={t('upload.datasetHint')}
                value={dataset.id}
                onChange={({ target }) => void navigate({ search: { dataset: target.value }, replace: true })}
              >
                {own.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </SelectField>
            </div>
          )}
          <UploadWizard key={dataset.id} lab={lab} dataset={dataset} organisation={me.organisation} />
        </>
      )}
    </Page>
  );
}
