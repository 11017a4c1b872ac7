import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLab } from '../lab/lab-context.js';

/** Where one's own organisation reads how good a source is: its quality report, what was delivered and what not, and how it registers. */
export function SourceLinks({ datasetId }: { datasetId: string }) {
  const { t } = useTranslation();
  const { lab } = useLab();
  const latest = lab.datasets.find(({ id }) => id === datasetId)?.latestLoad;
  const params = { labId: lab.id };
  return (
    <nav className="dl-source-links dl-no-print" aria-label={t('picture.aboutSource')}>
      {latest != null && (
        <Link
          to="/labs/$labId/loads/$loadId"
          params={{ ...params, loadId: latest.id }}
          hash="quality"
          className="utrecht-link"
        >
          {t('picture.toQuality')}
        </Link>
      )}
      <Link to="/labs/$labId/loads" params={params} search={{ dataset: datasetId }} className="utrecht-link">
        {t('picture.toGaps')}
      </Link>
      <Link to="/labs/$labId/cards" params={params} className="utrecht-link">
        {t('picture.toCard')}
      </Link>
    </nav>
  );
}
