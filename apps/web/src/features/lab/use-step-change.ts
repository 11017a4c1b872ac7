import { useMutation, useQueryClient } from '@tanstack/react-query';
import {
  ApproveStepDocument,
  ConsentToStepDocument,
  ObjectToStepDocument,
  ReopenStepDocument,
  ReturnStepDocument,
  SubmitStepDocument,
} from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import type { Lab, LabStep } from '../../gql/types.js';
import { labOptions } from './lab-query.js';

export type StepChange =
  { kind: 'submit' | 'consent' | 'approve' } | { kind: 'object' | 'return' | 'reopen'; reason: string };
/** What is asked a reason for. */
export type ReasonedKind = 'object' | 'return' | 'reopen';

async function changeStep(labId: string, step: LabStep['step'], change: StepChange): Promise<Lab> {
  const which = { labId, step };
  switch (change.kind) {
    case 'submit':
      return (await request(SubmitStepDocument, which)).submitStep;
    case 'consent':
      return (await request(ConsentToStepDocument, which)).consentToStep;
    case 'approve':
      return (await request(ApproveStepDocument, which)).approveStep;
    case 'object':
      return (await request(ObjectToStepDocument, { ...which, reason: change.reason })).objectToStep;
    case 'return':
      return (await request(ReturnStepDocument, { ...which, reason: change.reason })).returnStep;
    case 'reopen':
      return (await request(ReopenStepDocument, { ...which, reason: change.reason })).reopenStep;
  }
}

/** One change of a step; the lab on the screen follows, also where it was refused because something had changed meanwhile. */
export function useStepChange(labId: string, step: LabStep['step'], onDone: () => void) {
  const client = useQueryClient();
  const { queryKey } = labOptions(labId);
  return useMutation({
    mutationFn: (wanted: StepChange) => changeStep(labId, step, wanted),
    onSuccess: (lab) => {
      client.setQueryData(queryKey, lab);
      void client.invalidateQueries({ queryKey: ['labs'] });
      void client.invalidateQueries({ queryKey: ['step-history', labId] });
      onDone();
    },
    onError: () => void client.invalidateQueries({ queryKey }),
  });
}
