import { useWords } from '../../app/i18n/use-words.js';
import { Alert } from '../../ui/alert.js';
import { useLab } from '../lab/lab-context.js';
import type { LabStep } from '../../gql/types.js';

/** Whether a step can be worked on, and where it cannot, why and what it waits for. */
export function useStepState(step: LabStep['step']): LabStep['state'] {
  const { lab } = useLab();
  return lab.steps.find((one) => one.step === step)?.state ?? 'locked';
}

/** Says why nothing can be written on the page of a step; nothing while it is open. */
export function StepLocked({ step }: { step: LabStep['step'] }) {
  const { t } = useWords();
  const { lab } = useLab();
  const state = useStepState(step);
  if (state === 'open') return null;
  const before = lab.steps[lab.steps.findIndex((one) => one.step === step) - 1];
  return (
    <Alert tone="info" title={t(`solutions.locked.${state}`)}>
      {state === 'locked' && before !== undefined && (
        <p>{t('solutions.waitsFor', { step: t(`steps.${before.step}.name`) })}</p>
      )}
    </Alert>
  );
}
