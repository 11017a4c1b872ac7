import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LabStep } from '../../gql/types.js';
import { Button } from '../../ui/button.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { useLab } from './lab-context.js';
import { StepDialog } from './step-dialog.js';
import { useStepChange, type ReasonedKind } from './use-step-change.js';

/** What this person can do with a step: hand it in, answer for the own organisation, approve, take it back, open it again. */
export function StepControls({ step }: { step: LabStep }) {
  const { t } = useTranslation();
  const { lab, me } = useLab();
  const [asking, setAsking] = useState<ReasonedKind>();
  const change = useStepChange(lab.id, step.step, () => setAsking(undefined));
  const name = t(`steps.${step.step}.name`);
  const isReady = step.criteria.length > 0 && step.criteria.every(({ met }) => met);
  const leads = lab.can.leadSteps;
  const mine = step.consents.find(({ organisationId }) => organisationId === me.organisation.id);
  const answers = step.state === 'in_review' && lab.can.consentSteps.includes(step.step);
  const consented = step.consents.filter(({ answer }) => answer === 'consent').length;
  const isEnough = consented >= step.consentsNeeded;
  const waiting = step.consents.filter(({ answer }) => answer !== 'consent').map((consent) => consent.name);
  return (
    <div className="dl-stack">
      <div className="dl-actions">
        {answers && mine?.answer !== 'consent' && (
          <Button look="primary" isBusy={change.isPending} onClick={() => change.mutate({ kind: 'consent' })}>
            {t('process.consent', { organisation: me.organisation.name })}
          </Button>
        )}
        {answers && mine?.answer !== 'objection' && (
          <Button look="subtle" onClick={() => setAsking('object')}>
            {t('process.object')}
          </Button>
        )}
        {leads && step.state === 'open' && isReady && !step.fellBack && (
          <Button look="primary" isBusy={change.isPending} onClick={() => change.mutate({ kind: 'submit' })}>
            {t('steps.submit')}
          </Button>
        )}
        {leads && step.state === 'in_review' && isEnough && (
          <Button look="primary" isBusy={change.isPending} onClick={() => change.mutate({ kind: 'approve' })}>
            {t('steps.approve')}
          </Button>
        )}
        {leads && (step.state === 'in_review' || step.fellBack) && (
          <Button look="subtle" onClick={() => setAsking('return')}>
            {t('process.return')}
          </Button>
        )}
        {leads && step.state === 'done' && (
          <Button look="subtle" onClick={() => setAsking('reopen')}>
            {t('steps.reopen')}
          </Button>
        )}
      </div>
      {leads && step.state === 'open' && !isReady && <p className="dl-quiet dl-small">{t('steps.submitBlocked')}</p>}
      {leads && step.state === 'in_review' && !isEnough && (
        <p className="dl-quiet dl-small">{t('process.approveBlocked', { names: waiting.join(', ') })}</p>
      )}
      <p className="dl-visually-hidden" role="status">
        {change.isSuccess && t('steps.changed', { step: name, state: t(`steps.state.${step.state}`) })}
      </p>
      {change.isError && asking === undefined && <FailureAlert error={change.error} />}
      {asking !== undefined && (
        <StepDialog
          labId={lab.id}
          step={step.step}
          kind={asking}
          isBusy={change.isPending}
          error={change.error}
          onConfirm={(reason) => change.mutate({ kind: asking, reason })}
          onClose={() => {
            setAsking(undefined);
            change.reset();
          }}
        />
      )}
    </div>
  );
}
