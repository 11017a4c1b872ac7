import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../app/i18n/use-words.js';
import { ReopenConsequencesDocument } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import type { LabStep } from '../../gql/types.js';
import { FailureAlert } from '../../ui/failure-alert.js';

/** What reopening a step would do, read before it is done. */
export function ReopenConsequences({ labId, step }: { labId: string; step: LabStep['step'] }) {
  const { t } = useWords();
  const asked = useQuery({
    queryKey: ['reopen-consequences', labId, step],
    queryFn: async ({ signal }) =>
      (await request(ReopenConsequencesDocument, { labId, step }, signal)).reopenConsequences,
    staleTime: 0,
  });
  if (asked.isPending) return <p className="dl-quiet">{t('process.beforeLoading')}</p>;
  if (asked.isError) return <FailureAlert error={asked.error} retry={() => void asked.refetch()} />;
  const { locked, again, lapsingConsents, documented } = asked.data;
  const named = (steps: readonly LabStep['step'][]) => steps.map((one) => t(`steps.${one}.name`)).join(', ');
  return (
    <div>
      <p className="utrecht-paragraph">{t('process.before')}</p>
      <ul className="dl-consequences">
        <li>{locked.length > 0 ? t('process.locks', { steps: named(locked) }) : t('process.nothingElse')}</li>
        {again.length > 0 && <li>{t('process.again', { steps: named(again) })}</li>}
        {lapsingConsents > 0 && <li>{t('process.lapses', { count: lapsingConsents })}</li>}
        {documented.map(({ kind, count }) => (
          <li key={kind}>{t(`process.documented.${kind}`, { count })}</li>
        ))}
        <li>{t('process.stays')}</li>
      </ul>
    </div>
  );
}
