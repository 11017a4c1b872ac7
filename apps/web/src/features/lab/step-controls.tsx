import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApproveStepDocument, ReopenStepDocument, SubmitStepDocument } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import type { Lab, LabStep } from '../../gql/types.js';
import { Button } from '../../ui/button.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { ReasonDialog } from '../../ui/reason-dialog.js';
import { labOptions } from './lab-query.js';

type Change = { kind: 'submit' } | { kind: 'approve' } | { kind: 'reopen'; reason: string };

async function changeStep(labId: string, step: LabStep['step'], change: Change): Promise<Lab> {
  switch (change.kind) {
    case 'submit':
      return (await request(SubmitStepDocument, { labId, step })).submitStep;
    case 'approve':
      return (await request(ApproveStepDocument, { labId, step })).approveStep;
    case 'reopen':
      return (await request(ReopenStepDocument, { labId, step, reason: change.reason })).reopenStep;
  }
}

/** What the coordinator can do with a step: put it to review, approve it, open it again with a reason. */
export function StepControls({ labId, step }: { labId: string; step: LabStep }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [isReopening, setReopening] = useState(false);
  const change = useMutation({
    mutationFn: (wanted: Change) => changeStep(labId, step.step, wanted),
    onSuccess: (lab) => {
      client.setQueryData(labOptions(labId).queryKey, lab);
      void client.invalidateQueries({ queryKey: ['labs'] });
      setReopening(false);
    },
  });
  const name = t(`steps.${step.step}.name`);
  const isReady = step.criteria.length > 0 && step.criteria.every(({ met }) => met);
  return (
    <div className="dl-stack">
      <div className="dl-actions">
        {step.state === 'open' && isReady && (
          <Button look="primary" isBusy={change.isPending} onClick={() => change.mutate({ kind: 'submit' })}>
            {t('steps.submit')}
          </Button>
        )}
        {step.state === 'open' && !isReady && <p className="dl-quiet dl-small">{t('steps.submitBlocked')}</p>}
        {step.state === 'in_review' && (
          <Button look="primary" isBusy={change.isPending} onClick={() => change.mutate({ kind: 'approve' })}>
            {t('steps.approve')}
          </Button>
        )}
        {(step.state === 'done' || step.state === 'in_review') && (
          <Button look="subtle" onClick={() => setReopening(true)}>
            {t('steps.reopen')}
          </Button>
        )}
      </div>
      <p className="dl-visually-hidden" role="status">
        {change.isSuccess && t('steps.changed', { step: name, state: t(`steps.state.${step.state}`) })}
      </p>
      {change.isError && !isReopening && <FailureAlert error={change.error} />}
      {isReopening && (
        <ReasonDialog
          title={t('steps.reopenTitle', { step: name })}
          text={t('steps.reopenText')}
          hint={t('steps.reasonHint')}
          confirm={t('steps.reopen')}
          isBusy={change.isPending}
          error={change.error}
          onConfirm={(reason) => change.mutate({ kind: 'reopen', reason })}
          onClose={() => {
            setReopening(false);
            change.reset();
          }}
        />
      )}
    </div>
  );
}
