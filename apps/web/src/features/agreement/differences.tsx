import { CLAUSE_TITLES, type Clause } from '@datalab/domain';
import { useWords } from '../../app/i18n/use-words.js';
import type { AgreementVersion } from './agreement-query.js';

/** What this version changes, article by article: what is gone is struck out, what is new is marked; said as well as drawn. */
export function Differences({ version }: { version: AgreementVersion }) {
  const { t, language } = useWords();
  const title = (clause: string) => CLAUSE_TITLES[clause as Clause][language === 'en' ? 'en' : 'nl'];
  return (
    <section>
      <h3 className="utrecht-heading-3">{t('agreement.differences', { version: version.comparedWith ?? 0 })}</h3>
      {version.differences.length === 0 && <p className="dl-quiet">{t('agreement.noDifferences')}</p>}
      {version.differences.map(({ clause, removed, added }) => (
        <div key={clause} className="dl-agreement-difference">
          <h4 className="utrecht-heading-4">{title(clause)}</h4>
          {removed.map((words) => (
            <p key={words} className="dl-agreement-difference__removed">
              <span className="dl-agreement-difference__label">{t('agreement.removed')}</span>{' '}
              <del lang="nl">{words}</del>
            </p>
          ))}
          {added.map((words) => (
            <p key={words} className="dl-agreement-difference__added">
              <span className="dl-agreement-difference__label">{t('agreement.added')}</span>{' '}
              <ins lang="nl">{words}</ins>
            </p>
          ))}
        </div>
      ))}
    </section>
  );
}
