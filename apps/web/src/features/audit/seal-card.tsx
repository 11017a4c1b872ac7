import { useWords } from '../../app/i18n/use-words.js';
import type { AuditOverviewQuery } from '../../gql/operations.js';
import { LinkButton } from '../../ui/button.js';

/** How far the log is sealed, what waits, and the head to keep outside the platform. */
export function SealCard({ labId, state }: { labId: string; state: AuditOverviewQuery['auditSealState'] }) {
  const { t, number, date, moment } = useWords();
  const { sealed, unsealed, lastSealedAt, headDay, headSeq } = state;
  const facts = [
    [t('audit.sealed'), number(sealed)],
    [t('audit.unsealed'), number(unsealed)],
    [t('audit.lastSealed'), lastSealedAt === null ? t('audit.never') : moment(lastSealedAt)],
    [
      t('audit.head'),
      headDay === null ? t('audit.never') : t('audit.headOf', { day: date(headDay), seq: number(headSeq ?? 0) }),
    ],
  ];
  return (
    <section className="dl-card" aria-labelledby="seal">
      <h2 id="seal" className="utrecht-heading-3">
        {t('audit.sealTitle')}
      </h2>
      <dl className="dl-audit-seal">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt className="dl-quiet dl-small">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="utrecht-paragraph dl-small">{t('audit.sealText')}</p>
      {headDay !== null && (
        <LinkButton href={`/v1/labs/${labId}/audit/head.json`} download>
          {t('audit.headDownload')}
        </LinkButton>
      )}
    </section>
  );
}
