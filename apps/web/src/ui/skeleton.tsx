import { useTranslation } from 'react-i18next';

/** Grey lines where text will come. It appears only after a moment (CSS), so that a fast answer does not flicker. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  const { t } = useTranslation();
  return (
    <div className="dl-skeleton" role="status">
      <span className="dl-visually-hidden">{t('app.loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className="dl-skeleton__line" aria-hidden="true" />
      ))}
    </div>
  );
}

export function PageSkeleton() {
  return (
    <div className="dl-page">
      <Skeleton lines={6} />
    </div>
  );
}
