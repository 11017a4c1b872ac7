import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import type { LabDataset } from '../../gql/types.js';
import { Button } from '../../ui/button.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { Skeleton } from '../../ui/skeleton.js';
import { useLab } from '../lab/lab-context.js';
import type { SummaryDocument } from '../quality/quality-query.js';
import { CardForm } from './card-form.js';
import { CardReader } from './card-reader.js';
import { cardsOptions } from './cards-query.js';
import { QualityBands } from './quality-bands.js';

interface DatasetCardProps {
  dataset: LabDataset;
  quality: { acceptedAt: string | null; summary: SummaryDocument } | undefined;
}

/** One source: its card with earlier versions, its quality, and for its own steward the pen. */
export function DatasetCard({ dataset, quality }: DatasetCardProps) {
  const { t } = useWords();
  const { lab, me } = useLab();
  const [isEditing, setEditing] = useState(false);
  const cards = useQuery(cardsOptions(lab.id, dataset.id));
  const mayWrite = lab.can.upload && dataset.organisation.id === me.organisation.id;
  const [newest, ...earlier] = cards.data ?? [];
  const heading = `card-${dataset.id}`;
  return (
    <section className="dl-section dl-stack dl-card" aria-labelledby={heading}>
      <h2 id={heading} className="utrecht-heading-2">
        {t('cards.of', { dataset: dataset.name, organisation: dataset.organisation.name })}
      </h2>
      {cards.isPending && <Skeleton lines={4} />}
      {cards.isError && <FailureAlert error={cards.error} retry={() => void cards.refetch()} />}
      {cards.isSuccess && newest === undefined && !isEditing && <p className="dl-quiet">{t('cards.none')}</p>}
      {newest !== undefined && !isEditing && <CardReader card={newest} />}
      {isEditing && <CardForm datasetId={dataset.id} card={newest} onDone={() => setEditing(false)} />}
      {cards.isSuccess && mayWrite && !isEditing && (
        <div className="dl-actions">
          <Button onClick={() => setEditing(true)} aria-describedby={heading}>
            {t(newest === undefined ? 'cards.write' : 'cards.edit')}
          </Button>
        </div>
      )}
      <QualityBands quality={quality} />
      {earlier.length > 0 && (
        <details>
          <summary>{t('cards.earlier', { number: earlier.length })}</summary>
          {earlier.map((card) => (
            <CardReader key={card.version} card={card} />
          ))}
        </details>
      )}
    </section>
  );
}
