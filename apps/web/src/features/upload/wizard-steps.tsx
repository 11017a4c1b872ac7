import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icon.js';
import { STAGES, type Stage } from './upload-state.js';

export function WizardSteps({ stage }: { stage: Stage }) {
  const { t } = useTranslation();
  const at = STAGES.indexOf(stage);
  return (
    <ol className="dl-wizard" aria-label={t('upload.steps')}>
      {STAGES.map((one, index) => (
        <li
          key={one}
          className={`dl-wizard__step ${index < at ? 'dl-wizard__step--done' : ''}`}
          aria-current={one === stage ? 'step' : undefined}
        >
          <span className="dl-wizard__number" aria-hidden="true">
            {index < at ? <Icon name="check" /> : index + 1}
          </span>
          {t(`upload.stage.${one}`)}
        </li>
      ))}
    </ol>
  );
}
