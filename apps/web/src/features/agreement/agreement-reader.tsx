import { isAllowed } from '@datalab/access';
import { isDocumented } from '@datalab/domain';
import { useState } from 'react';
import { useAbility } from '../../app/ability.js';
import { useWords } from '../../app/i18n/use-words.js';
import { Alert } from '../../ui/alert.js';
import { Button } from '../../ui/button.js';
import { useLab } from '../lab/lab-context.js';
import { AgreementActions } from './agreement-actions.js';
import { AgreementEditor } from './agreement-editor.js';
import type { AgreementVersion } from './agreement-query.js';
import { Differences } from './differences.js';
import { Parties } from './parties.js';
import { VersionBadge } from './version-list.js';

/** One version: where it stands, who signed it, what it changes, and the whole text. */
export function AgreementReader({ version, isLocked }: { version: AgreementVersion; isLocked: boolean }) {
  const { t, moment } = useWords();
  const { lab } = useLab();
  const mayDraft = isAllowed(useAbility(), 'draft', 'Agreement', { labId: lab.id });
  const [isEditing, setEditing] = useState(false);
  if (isEditing) return <AgreementEditor version={version} onDone={() => setEditing(false)} />;
  const { state, faults, inForceSince } = version;
  const reopenedAt = lab.steps.find(({ step }) => step === 'share_safely')?.reopenedAt ?? null;
  const isFromBefore =
    state === 'in_force' &&
    inForceSince !== null &&
    isDocumented(new Date(inForceSince), reopenedAt === null ? null : new Date(reopenedAt));
  return (
    <article className="dl-stack dl-agreement">
      <header className="dl-agreement__head">
        <h2 className="utrecht-heading-2">
          {t('agreement.version', { version: version.version })} <VersionBadge state={state} />
        </h2>
        <div className="dl-actions">
          {state === 'draft' && mayDraft && <Button onClick={() => setEditing(true)}>{t('agreement.edit')}</Button>}
          <Button look="subtle" onClick={() => window.print()}>
            {t('agreement.print')}
          </Button>
        </div>
      </header>
      {version.inForceSince !== null && (
        <p className="dl-quiet">{t('agreement.inForceSince', { when: moment(version.inForceSince) })}</p>
      )}
      {isFromBefore && (
        <Alert tone="warning" title={t('agreement.documentedTitle')}>
          <p className="utrecht-paragraph">{t('agreement.documentedText')}</p>
        </Alert>
      )}
      {version.endReason !== null && (
        <Alert tone="info" title={t('agreement.withdrawnTitle')}>
          <p className="utrecht-paragraph">{version.endReason}</p>
        </Alert>
      )}
      {faults.length > 0 && (
        <Alert tone="warning" title={t('agreement.faultsTitle')}>
          <ul className="utrecht-unordered-list">
            {faults.map(({ clause, code }) => (
              <li key={`${clause} ${code}`}>{t(`agreement.fault.${code}` as 'agreement.fault.no-purpose')}</li>
            ))}
          </ul>
        </Alert>
      )}
      <AgreementActions version={version} isLocked={isLocked} />
      <Parties version={version} />
      {version.comparedWith !== null && <Differences version={version} />}
      <section className="dl-agreement__text" lang="nl">
        <h3 className="utrecht-heading-3">{t('agreement.text')}</h3>
        {version.articles.map(({ clause, number, title, paragraphs }) => (
          <section key={clause} id={`artikel-${number}`}>
            <h4 className="utrecht-heading-4">
              Artikel {number}. {title}
            </h4>
            <ol className="dl-agreement__paragraphs">
              {paragraphs.map((paragraph, index) => (
                <li key={index}>
                  <span className="dl-agreement__number">
                    {number}.{index + 1}
                  </span>
                  <span>{paragraph}</span>
                </li>
              ))}
            </ol>
          </section>
        ))}
        <p className="dl-quiet dl-agreement__hash">
          {t('agreement.hash')} <code>{version.currentHash}</code>
        </p>
      </section>
    </article>
  );
}
