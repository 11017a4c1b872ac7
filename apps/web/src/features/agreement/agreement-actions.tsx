import { isAllowed } from '@datalab/access';
import { useState } from 'react';
import { useAbility } from '../../app/ability.js';
import { useWords } from '../../app/i18n/use-words.js';
import { ApiError } from '../../gql/api-error.js';
import {
  OfferAgreementDocument,
  SignAgreementDocument,
  SupportAgreementDocument,
  WithdrawAgreementDocument,
} from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { Alert } from '../../ui/alert.js';
import { Button, LinkButton } from '../../ui/button.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { ReasonDialog } from '../../ui/reason-dialog.js';
import { useLab } from '../lab/lab-context.js';
import { useLabDeed } from '../lab/use-lab-change.js';
import type { AgreementVersion } from './agreement-query.js';

const signInAgainUrl = () => `/auth/sign-in-again?returnTo=${encodeURIComponent(location.pathname)}`;

/** What this person can do with a version now; what they wait for, where they cannot. */
export function AgreementActions({ version, isLocked }: { version: AgreementVersion; isLocked: boolean }) {
  const { t } = useWords();
  const { lab, me } = useLab();
  const ability = useAbility();
  const [isWithdrawing, setWithdrawing] = useState(false);
  const { id, currentHash, state, faults, parties } = version;
  const offer = useLabDeed(() => request(OfferAgreementDocument, { id }));
  const support = useLabDeed(() => request(SupportAgreementDocument, { id }));
  const sign = useLabDeed(() => request(SignAgreementDocument, { id, textHash: currentHash }));
  const withdraw = useLabDeed(
    (reason: string) => request(WithdrawAgreementDocument, { id, reason }),
    () => setWithdrawing(false),
  );
  const mayDraft = isAllowed(ability, 'draft', 'Agreement', { labId: lab.id });
  const maySign = isAllowed(ability, 'sign', 'Agreement', { labId: lab.id });
  const mine = parties.find(({ organisationId }) => organisationId === me.organisation.id);
  const isToSign = state === 'signing' && maySign && mine?.signedAt === null;
  const mustSignIn = sign.error instanceof ApiError && sign.error.reason === 'agreement.sign-in-again';
  const failure = offer.error ?? support.error ?? (mustSignIn ? null : sign.error);
  const isOpen = ['draft', 'proposed', 'signing'].includes(state);
  if (!isOpen || !mayDraft) return null;
  return (
    <section className="dl-stack dl-agreement__actions">
      {failure != null && <FailureAlert error={failure} />}
      {isToSign && (
        <Alert tone="info" title={t('agreement.signTitle', { organisation: me.organisation.name })}>
          <p className="utrecht-paragraph">{t(mustSignIn ? 'agreement.signInAgainNow' : 'agreement.signText')}</p>
          <div className="dl-actions">
            <LinkButton look={mustSignIn ? 'primary' : 'secondary'} href={signInAgainUrl()}>
              {t('agreement.signInAgain')}
            </LinkButton>
            <Button look={mustSignIn ? 'secondary' : 'primary'} isBusy={sign.isPending} onClick={() => sign.mutate()}>
              {t('agreement.sign')}
            </Button>
          </div>
        </Alert>
      )}
      <div className="dl-actions">
        {state === 'draft' && (
          <Button
            look="primary"
            disabled={faults.length > 0 || isLocked}
            isBusy={offer.isPending}
            onClick={() => offer.mutate()}
          >
            {t('agreement.offer')}
          </Button>
        )}
        {state === 'proposed' && mine?.supportedAt === null && (
          <Button look="primary" disabled={isLocked} isBusy={support.isPending} onClick={() => support.mutate()}>
            {t('agreement.support')}
          </Button>
        )}
        <Button look="subtle" onClick={() => setWithdrawing(true)}>
          {t('agreement.withdraw')}
        </Button>
      </div>
      {state === 'proposed' && mine?.supportedAt !== null && (
        <p className="dl-quiet">{t('agreement.waitsForSecond')}</p>
      )}
      {isWithdrawing && (
        <ReasonDialog
          title={t('agreement.withdrawTitle')}
          text={t('agreement.withdrawText')}
          hint={t('agreement.withdrawHint')}
          confirm={t('agreement.withdraw')}
          isBusy={withdraw.isPending}
          error={withdraw.error}
          onConfirm={(reason) => withdraw.mutate(reason)}
          onClose={() => setWithdrawing(false)}
        />
      )}
    </section>
  );
}
