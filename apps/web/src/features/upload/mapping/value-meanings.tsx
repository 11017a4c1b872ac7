import type { Mapping, Question } from '@datalab/intake';
import { useTranslation } from 'react-i18next';
import { SelectField } from '../../../ui/field.js';
import { meaningOf, withMeaning } from './edit-mapping.js';
import { meaningsOf, type FieldName } from './mapping-fields.js';

/** Values of the file that nobody knows yet (a role, a kind of reporter): what each of them means. */
export function ValueMeanings({
  question,
  mapping,
  onChange,
}: {
  question: Question;
  mapping: Mapping;
  onChange: (mapping: Mapping) => void;
}) {
  const { t } = useTranslation();
  const field = question.field as FieldName;
  return (
    <section className="dl-card dl-stack" aria-label={t(`upload.field.${field}`)}>
      <h3 className="utrecht-heading-3">{t(`upload.field.${field}`)}</h3>
      <p>{question.message}</p>
      <div className="dl-codes">
        {(question.values ?? []).map(({ code, count }) => (
          <SelectField
            key={code}
            label={`${code} (${count}×)`}
            value={meaningOf(mapping, field, code) ?? ''}
            onChange={({ target }) => onChange(withMeaning(mapping, field, code, target.value))}
          >
            <option value="">{t('upload.choose')}</option>
            {meaningsOf(field).map((meaning) => (
              <option key={meaning} value={meaning}>
                {t(`upload.value.${meaning}`)}
              </option>
            ))}
          </SelectField>
        ))}
      </div>
    </section>
  );
}
