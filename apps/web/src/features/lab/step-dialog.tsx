import { useTranslation } from 'react-i18next';
import type { LabStep } from '../../gql/types.js';
import { ReasonDialog } from '../../ui/reason-dialog.js';
import { ReopenConsequences } from './reopen-consequences.js';
import type { ReasonedKind } from './use-step-change.js';

interface StepDialogProps {
  labId: string;
  step: LabStep['step'];
  kind: ReasonedKind;
  isBusy: boolean;
  error: unknown;
  onConfirm: (reason: string) => void;
  onClose: () => void;
}

/** Asks the reason of what changes a step for everybody; of reopening, with what follows from it. */
export function StepDialog({ labId, step, kind, ...asked }: StepDialogProps) {
  const { t } = useTranslation();
  const name = t(`steps.${step}.name`);
  switch (kind) {
    case 'object':
      return (
        <ReasonDialog
          title={t('process.objectTitle', { step: name })}
          text={t('process.objectText')}
          hint={t('process.objectHint')}
          confirm={t('process.object')}
          {...asked}
        />
      );
    case 'return':
      return (
        <ReasonDialog
          title={t('process.returnTitle', { step: name })}
          text={t('process.returnText')}
          hint={t('steps.reasonHint')}
          confirm={t('process.return')}
          {...asked}
        />
      );
    case 'reopen':
      return (
        <ReasonDialog
          title={t('steps.reopenTitle', { step: name })}
          text={t('steps.reopenText')}
          hint={t('steps.reasonHint')}
          confirm={t('steps.reopen')}
          {...asked}
        >
          <ReopenConsequences labId={labId} step={step} />
        </ReasonDialog>
      );
  }
}
