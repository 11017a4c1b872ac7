import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../app/i18n/use-words.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { Empty } from '../../ui/empty.js';
import { Page } from '../../ui/page.js';
import { useLab } from '../lab/lab-context.js';
import { qualitySummariesOptions, type SummaryDocument } from '../quality/quality-query.js';
import { DatasetCard } from './dataset-card.js';
import '../loads/loads.css';

/** What everybody in the lab must know of each source before they compare it with another: its card, and its quality in bands. */
export function CardsPage() {
  const { t } = useWords();
  const { lab } = useLab();
  const summaries = useQuery(qualitySummariesOptions(lab.id));
  return (
    <Page title={t('cards.title')} lead={t('cards.lead')}>
      {summaries.isError && <FailureAlert error={summaries.error} retry={() => void summaries.refetch()} />}
      {lab.datasets.length === 0 && <Empty title={t('cards.emptyTitle')} text={t('cards.emptyText')} />}
      {lab.datasets.map((dataset) => {
        const quality = summaries.data?.find(({ datasetId }) => datasetId === dataset.id);
        return (
          <DatasetCard
            key={dataset.id}
            dataset={dataset}
            quality={quality && { acceptedAt: quality.acceptedAt, summary: quality.summary as SummaryDocument }}
          />
        );
      })}
    </Page>
  );
}
