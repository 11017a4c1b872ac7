import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { Alert } from '../../ui/alert.js';
import { Button } from '../../ui/button.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { Skeleton } from '../../ui/skeleton.js';
import { useLab } from '../lab/lab-context.js';
import { custodyOptions } from './facts-query.js';
import { KeyHolderForm } from './key-holder-form.js';

/** Who holds the lab's key: the party that stands between addresses and pseudonyms. Everybody reads it, so that everybody can compare. */
export function KeyHolderSection() {
  const { t } = useWords();
  const { lab } = useLab();
  const custody = useQuery(custodyOptions(lab.id));
  const [isRegistering, setRegistering] = useState(false);
  const mayRegister = lab.can.leadSteps && !lab.isRehearsal;
  return (
    <section className="dl-section dl-stack" aria-labelledby="facts-key">
      <h2 id="facts-key" className="utrecht-heading-2">
        {t('facts.key.title')}
      </h2>
      <p className="utrecht-paragraph">{t('facts.key.lead')}</p>
      {custody.isPending && <Skeleton lines={2} />}
      {custody.isError && <FailureAlert error={custody.error} retry={() => void custody.refetch()} />}
      {custody.isSuccess && custody.data === null && <p className="dl-quiet">{t('facts.key.noKeys')}</p>}
      {custody.data != null && (
        <>
          {custody.data.holders.length === 0 &&
            (lab.isRehearsal ? (
              <p className="dl-quiet">{t('facts.key.rehearsal')}</p>
            ) : (
              <Alert tone="info" title={t('facts.key.noneTitle')}>
                <p className="utrecht-paragraph">{t(mayRegister ? 'facts.key.noneYou' : 'facts.key.none')}</p>
              </Alert>
            ))}
          <ul className="dl-facts-holders">
            {custody.data.holders.map(({ holderId, url, publicKey }) => (
              <li key={holderId}>
                <strong>{holderId}</strong> <span className="dl-quiet">{url}</span>
                <p className="dl-small">
                  {t('facts.key.mark')} <code>{publicKey.slice(0, 32).match(/.{8}/g)!.join(' ')}</code>
                </p>
              </li>
            ))}
          </ul>
          {isRegistering && <KeyHolderForm custody={custody.data} onDone={() => setRegistering(false)} />}
          {mayRegister && !isRegistering && custody.data.services.length > 0 && (
            <div className="dl-actions">
              <Button onClick={() => setRegistering(true)}>{t('facts.key.register')}</Button>
            </div>
          )}
        </>
      )}
    </section>
  );
}
