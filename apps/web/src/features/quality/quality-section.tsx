import { useWords } from '../../app/i18n/use-words.js';
import type { Load } from '../../gql/types.js';
import { Alert } from '../../ui/alert.js';
import { useLab } from '../lab/lab-context.js';
import { AcceptReport } from './accept-report.js';
import { QualityFacts } from './quality-facts.js';
import type { Quality, ReportDocument } from './quality-query.js';

/** The quality report of a load, and its acceptance. */
export function QualitySection({ load, quality }: { load: Load; quality: Quality | null }) {
  const { t, date } = useWords();
  const { lab } = useLab();
  return (
    <section className="dl-section dl-stack" aria-labelledby="quality">
      <h2 id="quality" className="utrecht-heading-2">
        {t('quality.title')}
      </h2>
      {quality === null && <p className="dl-quiet">{t('quality.notYet')}</p>}
      {quality !== null && (
        <>
          <QualityFacts report={quality.report as ReportDocument} keyCoverage={quality.keyCoverage} />
          {quality.acceptedAt !== null && (
            <Alert tone="ok" title={t('quality.acceptedTitle')}>
              <p className="utrecht-paragraph">
                {t('quality.acceptedText', {
                  name: quality.acceptedBy ?? t('quality.colleague'),
                  date: date(quality.acceptedAt),
                })}
              </p>
              {quality.remark !== null && <p>{t('quality.remarkWas', { remark: quality.remark })}</p>}
            </Alert>
          )}
          {quality.acceptedAt === null && lab.can.upload && <AcceptReport load={load} />}
          {quality.acceptedAt === null && !lab.can.upload && <p className="dl-quiet">{t('quality.waitsForSteward')}</p>}
        </>
      )}
    </section>
  );
}
