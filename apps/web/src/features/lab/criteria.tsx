import { criterionId } from '@datalab/domain';
import { useWords } from '../../app/i18n/use-words.js';
import type { LabStep } from '../../gql/types.js';
import { Icon } from '../../ui/icon.js';
import { Talk } from '../together/talk.js';

/** What a step needs, whether it holds, and from whom it is missing. */
export function Criteria({
  criteria,
  step,
  isOpen,
}: {
  criteria: LabStep['criteria'];
  step: LabStep['step'];
  isOpen: boolean;
}) {
  const { t, criterion, missing } = useWords();
  return (
    <div>
      <h4 className="dl-criteria__title">{t('steps.criteria')}</h4>
      <ul className="dl-criteria">
        {criteria.map((one) => (
          <li key={one.code} className={`dl-criterion ${one.met ? 'dl-criterion--met' : ''}`}>
            <Icon name={one.met ? 'check' : 'circle'} />
            <div>
              {criterion(one.code)}
              <span className="dl-visually-hidden">: {t(one.met ? 'steps.met' : 'steps.unmet')}.</span>
              {!one.met && one.missing.length > 0 && (
                <span className="dl-criterion__missing">
                  {t('steps.missingFrom', { names: one.missing.map(missing).join(', ') })}
                </span>
              )}
              {!one.met && (
                <Talk
                  target={{ kind: 'criterion', id: criterionId(step, one.code) }}
                  about={criterion(one.code)}
                  isQuiet={!isOpen}
                />
              )}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
