import type { ReactNode } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import type { ReportDocument } from './quality-query.js';

const percent = (share: number, language: string): string =>
  share.toLocaleString(language, { style: 'percent', maximumFractionDigits: 1 });

/** What was measured, a line each: the figure first, then what it means. */
export function QualityFacts({ report, keyCoverage }: { report: ReportDocument; keyCoverage: number | null }) {
  const { t, number, language, category, period } = useWords();
  const { coverage, late, duplicates, drift, keys, missedMatches } = report;
  const share = (value: number | null): string => (value === null ? t('quality.unknown') : percent(value, language));
  const within = (days: number): string => t('quality.within', { count: Math.max(0, days) });
  const flagged = drift?.categories?.filter(({ isFlagged }) => isFlagged) ?? [];
  const gaps = coverage.months.filter(({ delivered }) => delivered === 'none');
  const empty = coverage.months.filter(({ delivered, reports }) => delivered === 'full' && reports === 0);
  const causes = Object.entries(keys?.causes ?? {}).filter(([, count]) => count > 0);
  return (
    <dl className="dl-quality dl-card">
      <Fact term={t('quality.coverage')}>
        <p>
          {t('quality.coverageText', { delivered: coverage.delivered, partial: coverage.partial, gaps: coverage.gaps })}
        </p>
        {gaps.length > 0 && <p>{t('quality.gaps', { months: gaps.map(({ month }) => period(month)).join(', ') })}</p>}
        {empty.length > 0 && (
          <p>{t('quality.empty', { months: empty.map(({ month }) => period(month)).join(', ') })}</p>
        )}
      </Fact>
      {late !== null && (
        <Fact term={t('quality.late')}>
          <p>
            {late.medianDays === null
              ? t('quality.lateUnknown')
              : t('quality.lateText', {
                  median: within(late.medianDays),
                  p90: within(late.p90Days ?? 0),
                  share: share(late.shareOver30),
                })}
          </p>
          {late.before > 0 && <p>{t('quality.before', { count: late.before })}</p>}
        </Fact>
      )}
      <Fact term={t('quality.duplicates')}>
        <p>{t('quality.identical', { number: number(duplicates.identical) })}</p>
        <p>{t('quality.elsewhere', { number: number(duplicates.elsewhere) })}</p>
      </Fact>
      {drift !== null && (
        <Fact term={t('quality.drift')}>
          {drift.categories === null && <p>{t('quality.driftUnknown')}</p>}
          {drift.categories !== null && flagged.length === 0 && <p>{t('quality.driftNone')}</p>}
          {flagged.map((row) => (
            <p key={row.category}>
              {t('quality.driftText', {
                category: category(row.category),
                now: share(row.shareNow),
                before: share(row.shareBefore),
              })}
            </p>
          ))}
        </Fact>
      )}
      {keys !== null && (
        <Fact term={t('quality.keys')}>
          <p>
            {t('quality.keysText', {
              share: share(keyCoverage),
              present: number(keys.present),
              needed: number(keys.needed),
            })}
          </p>
          {keys.missingNoArea + keys.missingOutsideRegion + keys.missingInRegion > 0 && (
            <p>
              {t('quality.keysMissing', {
                inRegion: number(keys.missingInRegion),
                outside: number(keys.missingOutsideRegion),
                noArea: number(keys.missingNoArea),
              })}
            </p>
          )}
          {causes.length > 0 && (
            <p>
              {t('quality.keyCauses')}{' '}
              {causes.map(([cause, count]) => `${causeWord(t, cause)} ${number(count)}`).join('; ')}
            </p>
          )}
        </Fact>
      )}
      {keys !== null && (
        <Fact term={t('quality.missed')}>
          <p>
            {missedMatches === null
              ? t('quality.missedUnknown')
              : t('quality.missedText', {
                  share: share(missedMatches.rate),
                  rows: number(missedMatches.withSecondKey),
                })}
          </p>
        </Fact>
      )}
    </dl>
  );
}

type Translate = ReturnType<typeof useWords>['t'];
const CAUSES = ['blank', 'incomplete', 'malformed', 'notListed', 'ambiguous', 'notMade'] as const;

function causeWord(t: Translate, cause: string): string {
  const known = CAUSES.find((name) => name === cause);
  return known === undefined ? cause : t(`quality.cause.${known}`);
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="dl-quality__fact">
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
