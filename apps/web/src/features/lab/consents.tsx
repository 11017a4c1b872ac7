import { useWords } from '../../app/i18n/use-words.js';
import type { Lab, LabStep } from '../../gql/types.js';
import { StatusBadge, type Tone } from '../../ui/status-badge.js';

const TONES: Record<'consent' | 'objection' | 'none', Tone> = {
  consent: 'success',
  objection: 'error',
  none: 'neutral',
};

/** What each organisation answered to a step that was handed in, and how many are needed. */
export function Consents({ lab, step }: { lab: Lab; step: LabStep }) {
  const { t, moment } = useWords();
  const given = step.consents.filter(({ answer }) => answer === 'consent').length;
  const needed = step.consentsNeeded;
  const all = step.consents.length;
  return (
    <div>
      <h4 className="dl-criteria__title">
        {t('process.consents')}:{' '}
        {t(needed < all ? 'process.consentsQuorum' : 'process.consentsOf', { given, needed, all })}
      </h4>
      <ul className="dl-consents">
        {step.consents.map(({ organisationId, name, answer, at, reason }) => (
          <li key={organisationId} className="dl-consent">
            <span className="dl-consent__name">{name}</span>
            <StatusBadge tone={TONES[answer ?? 'none']}>{t(`process.answer.${answer ?? 'none'}`)}</StatusBadge>
            {at !== null && <span className="dl-quiet dl-small">{t('process.answeredOn', { date: moment(at) })}</span>}
            {reason !== null && <q className="dl-consent__reason">{reason}</q>}
          </li>
        ))}
      </ul>
      {lab.state === 'active' && step.state === 'in_review' && (
        <p className="dl-quiet dl-small">{t(`process.whoAnswers.${step.step}`)}</p>
      )}
    </div>
  );
}
