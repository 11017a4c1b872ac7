import type { CountsMapping, Mapping } from '@datalab/intake';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../ui/choice.js';

/** What a cell means that is secret or unknown: the steward's choice, because leaving it out makes it look like a zero. */
export function CountsFields({ mapping, onChange }: { mapping: CountsMapping; onChange: (mapping: Mapping) => void }) {
  const { t } = useTranslation();
  return (
    <div className="dl-mapping__row">
      <Choice
        legend={t('upload.notAvailable')}
        value={mapping.notAvailable}
        options={(['refuse', 'leave_out'] as const).map((value) => ({
          value,
          label: t(`upload.notAvailableAs.${value}`),
        }))}
        onChange={(notAvailable) => onChange({ ...mapping, notAvailable })}
      />
    </div>
  );
}
