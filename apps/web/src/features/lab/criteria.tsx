import { criterionId, PICTURE_UP_TO_DATE } from '@datalab/domain';
import { useWords } from '../../app/i18n/use-words.js';
import type { LabStep } from '../../gql/types.js';
import { Icon } from '../../ui/icon.js';
import { Talk } from '../together/talk.js';

type Criterion = LabStep['criteria'][number];

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
  const { t, criterion } = useWords();
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
              {!one.met && one.missing.length > 0 && <Missing criterion={one} />}
            </div>
            {!one.met && (
              <Talk
                target={{ kind: 'criterion', id: criterionId(step, one.code) }}
                about={criterion(one.code)}
                isQuiet={!isOpen}
                isFolded
              />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** From whom it is missing. What the platform itself is still at is no one's to bring, and says since when. */
function Missing({ criterion: { code, missing } }: { criterion: Criterion }) {
  const { t, missing: whose, moment } = useWords();
  const text =
    code === PICTURE_UP_TO_DATE
      ? t('steps.newerThanPicture', {
          names: missing.map((one) => t('steps.sinceWhen', { name: whose(one), moment: moment(one.since) })).join(', '),
        })
      : t('steps.missingFrom', { names: missing.map(whose).join(', ') });
  return <span className="dl-criterion__missing">{text}</span>;
}
