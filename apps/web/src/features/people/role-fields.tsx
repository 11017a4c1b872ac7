import { LAB_ROLES } from '@datalab/domain';
import { useWords } from '../../app/i18n/use-words.js';
import type { LabRole } from '../../gql/operations.js';
import { SelectField, TextField } from '../../ui/field.js';

/** The codes in a text that separates them by commas or spaces. */
export const areasIn = (text: string): string[] => text.split(/[\s,]+/).filter((code) => code !== '');

interface RoleFieldsProps {
  role: LabRole | '';
  onRole: (role: LabRole | '') => void;
  areas: string;
  onAreas: (areas: string) => void;
}

/** A role, and for a wijkteam member the areas. */
export function RoleFields({ role, onRole, areas, onAreas }: RoleFieldsProps) {
  const { t } = useWords();
  return (
    <>
      <SelectField
        label={t('people.role')}
        required
        value={role}
        onChange={({ target }) => {
          onRole(target.value as LabRole | '');
          onAreas('');
        }}
      >
        <option value="">{t('people.choose')}</option>
        {LAB_ROLES.map((one) => (
          <option key={one} value={one}>
            {t(`role.${one}`)}
          </option>
        ))}
      </SelectField>
      {role === 'wijkteam_member' && (
        <TextField
          label={t('people.areaCodes')}
          hint={t('people.areaHint')}
          required
          value={areas}
          onChange={({ target }) => onAreas(target.value)}
        />
      )}
    </>
  );
}
