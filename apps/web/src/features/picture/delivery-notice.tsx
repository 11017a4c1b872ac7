import { useWords } from '../../app/i18n/use-words.js';
import type { MapSheet } from '../../gql/types.js';
import { Alert } from '../../ui/alert.js';

interface DeliveryNoticeProps {
  delivered: MapSheet['delivered'];
  period: string;
  source: string;
}

/** Says when the source was silent over the period, in whole or in part. */
export function DeliveryNotice({ delivered, period: code, source }: DeliveryNoticeProps) {
  const { t, period } = useWords();
  if (delivered === 'full') return null;
  const key = delivered === 'none' ? 'picture.noneDelivered' : 'picture.partDelivered';
  return (
    <Alert tone="warning">
      <p>{t(key, { source, period: period(code) })}</p>
    </Alert>
  );
}
