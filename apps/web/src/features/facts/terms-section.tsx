import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { isAllowed } from '@datalab/access';
import { useAbility } from '../../app/ability.js';
import { useWords } from '../../app/i18n/use-words.js';
import { SignIntakeTermsDocument, WithdrawIntakeTermsDocument } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { Alert } from '../../ui/alert.js';
import { Button } from '../../ui/button.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { ReasonDialog } from '../../ui/reason-dialog.js';
import { Skeleton } from '../../ui/skeleton.js';
import { useLab } from '../lab/lab-context.js';
import { useLabDeed } from '../lab/use-lab-change.js';
import { termsOptions, type Terms } from './facts-query.js';
import { TermsForm } from './terms-form.js';

/** What is signed before the first upload: the text, and for the own organisation where it stands and what to do. */
export function TermsSection() {
  const { t } = useWords();
  const { lab } = useLab();
  const ability = useAbility();
  const terms = useQuery(termsOptions(lab.id));
  const [isWriting, setWriting] = useState(false);
  const mayWrite = isAllowed(ability, 'write', 'IntakeTerms', { labId: lab.id });
  return (
    <section className="dl-section dl-stack" aria-labelledby="facts-terms">
      <h2 id="facts-terms" className="utrecht-heading-2">
        {t('facts.terms.title')}
      </h2>
      <p className="utrecht-paragraph">{t('facts.terms.lead')}</p>
      {terms.isPending && <Skeleton lines={3} />}
      {terms.isError && <FailureAlert error={terms.error} retry={() => void terms.refetch()} />}
      {terms.isSuccess && (
        <>
          <OwnStanding terms={terms.data} />
          <details>
            <summary>{t('facts.terms.read', { version: terms.data.version })}</summary>
            <TermsText terms={terms.data} />
          </details>
          {mayWrite && !isWriting && (
            <div className="dl-actions">
              <Button look="subtle" onClick={() => setWriting(true)}>
                {t('facts.terms.write')}
              </Button>
            </div>
          )}
          {isWriting && <TermsForm terms={terms.data} onDone={() => setWriting(false)} />}
        </>
      )}
    </section>
  );
}

/** It is the Dutch text that is signed, in whatever language the screen is. */
function TermsText({ terms }: { terms: Terms }) {
  return (
    <ol lang="nl" className="dl-facts-terms">
      {terms.clauses.map(({ title, text }) => (
        <li key={title}>
          <strong>{title}</strong>
          <p className="utrecht-paragraph">{text}</p>
        </li>
      ))}
    </ol>
  );
}

function OwnStanding({ terms }: { terms: Terms }) {
  const { t, date } = useWords();
  const { lab, me } = useLab();
  const ability = useAbility();
  const [isWithdrawing, setWithdrawing] = useState(false);
  const own = terms.organisations.find(({ organisationId }) => organisationId === me.organisation.id);
  const sign = useLabDeed(() => request(SignIntakeTermsDocument, { labId: lab.id, version: terms.version }));
  const withdraw = useLabDeed(
    (reason: string) => request(WithdrawIntakeTermsDocument, { labId: lab.id, reason }),
    () => setWithdrawing(false),
  );
  if (own === undefined) return null;
  const maySign = isAllowed(ability, 'sign', 'IntakeSignature', { labId: lab.id, organisationId: me.organisation.id });
  const signed = own.signature && { date: date(own.signature.signedAt), name: own.signature.signedBy ?? '' };
  return (
    <Alert
      tone={own.standing === 'signed' ? 'ok' : 'warning'}
      title={t(`facts.terms.own.${own.standing}`, { organisation: own.organisationName })}
    >
      {own.standing === 'signed' && signed && <p className="utrecht-paragraph">{t('facts.terms.signedBy', signed)}</p>}
      {own.standing !== 'signed' && (
        <p className="utrecht-paragraph">{t(maySign ? 'facts.terms.readFirst' : 'facts.terms.whoSigns')}</p>
      )}
      {sign.isError && <FailureAlert error={sign.error} />}
      {maySign && (
        <div className="dl-actions">
          {own.standing === 'signed' ? (
            <Button look="subtle" onClick={() => setWithdrawing(true)}>
              {t('facts.terms.withdraw')}
            </Button>
          ) : (
            <Button look="primary" isBusy={sign.isPending} onClick={() => sign.mutate(undefined)}>
              {t('facts.terms.sign', { version: terms.version })}
            </Button>
          )}
        </div>
      )}
      {isWithdrawing && (
        <ReasonDialog
          title={t('facts.terms.withdrawTitle')}
          text={t('facts.terms.withdrawText')}
          hint={t('facts.terms.withdrawHint')}
          confirm={t('facts.terms.withdraw')}
          isBusy={withdraw.isPending}
          error={withdraw.error}
          onConfirm={(reason) => withdraw.mutate(reason)}
          onClose={() => setWithdrawing(false)}
        />
      )}
    </Alert>
  );
}
