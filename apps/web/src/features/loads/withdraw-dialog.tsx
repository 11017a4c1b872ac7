import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { WithdrawLoadDocument } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import type { Load } from '../../gql/types.js';
import { ReasonDialog } from '../../ui/reason-dialog.js';

export function WithdrawDialog({ labId, load, onClose }: { labId: string; load: Load; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const withdraw = useMutation({
    mutationFn: (reason: string) => request(WithdrawLoadDocument, { id: load.id, reason }),
    onSuccess: async () => {
      onClose();
      await Promise.all(
        [['loads', labId], ['load', load.id], ['lab', labId], ['labs'], ['picture', labId]].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      );
    },
  });
  return (
    <ReasonDialog
      title={t('loads.withdrawTitle', { revision: load.revision, dataset: load.dataset.name })}
      text={t('loads.withdrawText')}
      hint={t('loads.reasonHint')}
      confirm={t('loads.withdraw')}
      isBusy={withdraw.isPending}
      error={withdraw.error}
      onConfirm={(reason) => withdraw.mutate(reason)}
      onClose={onClose}
    />
  );
}
