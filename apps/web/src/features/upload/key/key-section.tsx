import { useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../../../gql/types.js';
import { Alert } from '../../../ui/alert.js';
import { Button } from '../../../ui/button.js';
import { FailureAlert } from '../../../ui/failure-alert.js';
import { Icon } from '../../../ui/icon.js';
import { saveFile } from '../../../ui/save-file.js';
import { Skeleton } from '../../../ui/skeleton.js';
import { keyFile, keyMark, readKeyFile, type KeyFileFault, type OrganisationKey } from './key-file.js';
import { keyOptions } from './key-query.js';
import { makeKey, saveKey } from './key-store.js';

interface KeySectionProps {
  organisation: Me['organisation'];
  storedKey: UseQueryResult<OrganisationKey | null>;
}

/** The organisation's own key: made once, shared among its stewards as a file, never sent anywhere. */
export function KeySection({ organisation, storedKey }: KeySectionProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [fault, setFault] = useState<KeyFileFault>();
  const input = useRef<HTMLInputElement>(null);
  const inputId = useId();
  const keep = (key: OrganisationKey) => client.setQueryData(keyOptions(organisation.id).queryKey, key);
  const load = async (file: File | undefined) => {
    if (file === undefined) return;
    const read = readKeyFile(await file.text(), organisation.id);
    if (typeof read === 'string') return setFault(read);
    setFault(undefined);
    keep(await saveKey(read));
  };
  const key = storedKey.data;
  if (storedKey.isPending) return <Skeleton lines={2} />;
  if (storedKey.isError) return <FailureAlert error={storedKey.error} retry={() => void storedKey.refetch()} />;
  return (
    <section className="dl-card dl-key" aria-labelledby={`${inputId}-title`}>
      <h2 id={`${inputId}-title`} className="utrecht-heading-3 dl-key__title">
        <Icon name="key" /> {t('upload.key.title', { organisation: organisation.name })}
      </h2>
      <p className="utrecht-paragraph">{t('upload.key.what')}</p>
      {key == null ? (
        <p className="utrecht-paragraph dl-quiet">{t('upload.key.first')}</p>
      ) : (
        <p>
          {t('upload.key.present')} <code>{keyMark(key)}</code>
        </p>
      )}
      {fault !== undefined && <Alert tone="error" role="alert" title={t(`upload.key.${fault}`)} />}
      <div className="dl-actions">
        {key == null && (
          <Button look="primary" onClick={() => void makeKey(organisation.id).then(keep)}>
            {t('upload.key.make')}
          </Button>
        )}
        {key != null && (
          <Button onClick={() => saveFile(`${organisation.name}.datalab-key.json`, 'application/json', keyFile(key))}>
            {t('upload.key.download')}
          </Button>
        )}
        <input
          ref={input}
          id={inputId}
          type="file"
          hidden
          accept="application/json,.json"
          onChange={({ target }) => void load(target.files?.[0])}
        />
        <Button look={key == null ? 'secondary' : 'subtle'} onClick={() => input.current?.click()}>
          {t('upload.key.load')}
        </Button>
      </div>
    </section>
  );
}
