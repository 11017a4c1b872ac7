import { useWords } from '../../app/i18n/use-words.js';
import { StatusBadge } from '../../ui/status-badge.js';
import type { SummaryDocument } from '../quality/quality-query.js';

const PARTS = ['median', 'late', 'duplicates', 'drift', 'keys', 'missedMatches'] as const;
const WORDS = [
  'same_day',
  'within_week',
  'within_month',
  'longer',
  'under_1',
  'under_5',
  'under_20',
  'under_50',
  'over_50',
  'over_90',
  'over_70',
  'under_70',
  'steady',
  'changed',
  'unknown',
] as const;

/** The quality of a source as the lab may know it. */
export function QualityBands({
  quality,
}: {
  quality: { acceptedAt: string | null; summary: SummaryDocument } | undefined;
}) {
  const { t, date } = useWords();
  if (quality === undefined) return <p className="dl-quiet">{t('cards.noQuality')}</p>;
  const band = (value: string): string => {
    const known = WORDS.find((word) => word === value);
    return known === undefined ? value : t(`cards.band.${known}`);
  };
  return (
    <details>
      <summary>
        {t('cards.quality')}{' '}
        <StatusBadge tone={quality.acceptedAt === null ? 'warning' : 'success'}>
          {quality.acceptedAt === null
            ? t('cards.notAccepted')
            : t('cards.acceptedOn', { date: date(quality.acceptedAt) })}
        </StatusBadge>
      </summary>
      <dl className="dl-quality">
        {PARTS.map((part) => (
          <div key={part} className="dl-quality__fact">
            <dt>{t(`cards.part.${part}`)}</dt>
            <dd>{band(quality.summary[part])}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
