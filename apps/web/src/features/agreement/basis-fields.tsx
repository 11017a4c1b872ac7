import { LEGAL_BASES, SPECIAL_BASES } from '@datalab/domain';
import { useWords } from '../../app/i18n/use-words.js';
import { SelectField, TextField } from '../../ui/field.js';
import { useLab } from '../lab/lab-context.js';
import type { Choices } from './agreement-query.js';

type Basis = Choices['bases'][number];

/** On which ground each organisation takes part: for its own privacy officer to say. */
export function BasisFields({ bases, onChange }: { bases: readonly Basis[]; onChange: (bases: Basis[]) => void }) {
  const { t } = useWords();
  const { lab } = useLab();
  const put = (id: string, part: Partial<Basis>) =>
    onChange(bases.map((one) => (one.organisationId === id ? { ...one, ...part } : one)));
  return bases.map((one) => {
    const name = lab.participants.find(({ organisation }) => organisation.id === one.organisationId)?.organisation.name;
    return (
      <fieldset key={one.organisationId} className="dl-stack">
        <legend className="dl-field__label">{name}</legend>
        <div className="dl-agreement__row">
          <SelectField
            label={t('agreement.basisLabel')}
            value={one.basis}
            onChange={({ target }) => put(one.organisationId, { basis: target.value })}
          >
            {LEGAL_BASES.map((basis) => (
              <option key={basis} value={basis}>
                {t(`agreement.basis.${basis}`)}
              </option>
            ))}
          </SelectField>
          <TextField
            label={t('agreement.law')}
            maxLength={300}
            value={one.law}
            onChange={({ target }) => put(one.organisationId, { law: target.value })}
          />
          <SelectField
            label={t('agreement.specialBasisLabel')}
            value={one.specialBasis ?? ''}
            onChange={({ target }) => put(one.organisationId, { specialBasis: target.value || null })}
          >
            <option value="">{t('agreement.noSpecial')}</option>
            {SPECIAL_BASES.map((basis) => (
              <option key={basis} value={basis}>
                {t(`agreement.specialBasis.${basis}`)}
              </option>
            ))}
          </SelectField>
        </div>
      </fieldset>
    );
  });
}
