import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmLoadDocument } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import type { Load } from '../../gql/types.js';
import { Alert } from '../../ui/alert.js';
import { Button } from '../../ui/button.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { useLab } from '../lab/lab-context.js';
import { WithdrawDialog } from '../loads/withdraw-dialog.js';

/** A load that would change what was delivered before waits until its steward has seen how. */
export function ConfirmLoad({ load }: { load: Load }) {
  const { t } = useTranslation();
  const { lab } = useLab();
  const client = useQueryClient();
  const [isLeaving, setLeaving] = useState(false);
  const confirm = useMutation({
    mutationFn: () => request(ConfirmLoadDocument, { id: load.id }),
    onSuccess: () =>
      Promise.all(
        [
          ['load', load.id],
          ['loads', lab.id],
        ].map((queryKey) => client.invalidateQueries({ queryKey })),
      ),
  });
  return (
    <Alert tone="warning" role="status" title={t('quality.confirmTitle')}>
      <p className="utrecht-paragraph">{t('quality.confirmText')}</p>
      {confirm.error != null && <FailureAlert error={confirm.error} />}
      {lab.can.upload && (
        <div className="dl-actions">
          <Button look="primary" isBusy={confirm.isPending} onClick={() => confirm.mutate()}>
            {t('quality.confirm')}
          </Button>
          <Button look="subtle" onClick={() => setLeaving(true)}>
            {t('loads.withdraw')}
          </Button>
        </div>
      )}
      {isLeaving && <WithdrawDialog labId={lab.id} load={load} onClose={() => setLeaving(false)} />}
    </Alert>
  );
}
