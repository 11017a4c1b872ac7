import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { StepHistoryDocument } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { Button } from '../../ui/button.js';
import { FailureAlert } from '../../ui/failure-alert.js';

const FIRST = 8;

/** Every decision about the steps of a lab, the newest first; the last few at first. */
export function StepHistory({ labId }: { labId: string }) {
  const { t, moment } = useWords();
  const [isWhole, setWhole] = useState(false);
  const history = useQuery({
    queryKey: ['step-history', labId],
    queryFn: async ({ signal }) => (await request(StepHistoryDocument, { labId }, signal)).stepHistory,
  });
  if (history.isPending) return <p className="dl-quiet">{t('app.loading')}</p>;
  if (history.isError) return <FailureAlert error={history.error} retry={() => void history.refetch()} />;
  const events = history.data;
  if (events.length === 0) return <p className="utrecht-paragraph dl-quiet">{t('process.historyEmpty')}</p>;
  return (
    <>
      <ol className="dl-history">
        {events.slice(0, isWhole ? undefined : FIRST).map((one) => (
          <li key={one.id} className="dl-history__event">
            <span className="dl-quiet dl-small">{moment(one.at)}</span>
            <span>
              <strong>{t(`steps.${one.step}.name`)}</strong>: {t(`process.event.${one.event}`)} ·{' '}
              {one.person === null
                ? t('process.by', { organisation: one.organisation })
                : t('process.byPerson', { person: one.person, organisation: one.organisation })}
              {one.reason !== null && <q className="dl-consent__reason">{one.reason}</q>}
            </span>
          </li>
        ))}
      </ol>
      {!isWhole && events.length > FIRST && (
        <Button look="subtle" onClick={() => setWhole(true)}>
          {t('process.historyMore', { count: events.length })}
        </Button>
      )}
    </>
  );
}
