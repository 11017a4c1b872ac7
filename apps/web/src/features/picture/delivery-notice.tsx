import { useWords } from '../../app/i18n/use-words.js';
import type { MapSheet } from '../../gql/types.js';
import { Alert } from '../../ui/alert.js';

/** Says when the source was silent over the period, in whole or in part. */
export function DeliveryNotice({ sheet, source }: { sheet: MapSheet; source: string }) {
  const { t, period } = useWords();
  if (sheet.delivered === 'full') return null;
  const key = sheet.delivered === 'none' ? 'picture.noneDelivered' : 'picture.partDelivered';
  return (
    <Alert tone="warning">
      <p>{t(key, { source, period: period(sheet.period) })}</p>
    </Alert>
  );
}
