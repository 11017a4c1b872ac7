import {
  AGREED_FIELDS,
  ANALYSIS_KINDS,
  FIELD_WORDS,
  isSpecialField,
  type AgreedField,
  type AnalysisKind,
} from '@datalab/domain';
import { useWords } from '../../app/i18n/use-words.js';
import { TableScroll } from '../../ui/table-scroll.js';
import type { Choices } from './agreement-query.js';

type Fields = Choices['fields'];

/** Which field may be used in which kind of analysis: one box each. */
export function FieldsTable({ fields, onChange }: { fields: Fields; onChange: (fields: Fields) => void }) {
  const { t, language } = useWords();
  const name = (field: AgreedField) => FIELD_WORDS[field][language === 'en' ? 'en' : 'nl'];
  const toggle = (kind: AnalysisKind, field: AgreedField) =>
    onChange({
      ...fields,
      [kind]: AGREED_FIELDS.filter((one) => (one === field ? !fields[kind].includes(one) : fields[kind].includes(one))),
    });
  return (
    <TableScroll label={t('agreement.fieldsTable')}>
      <table className="dl-table">
        <thead>
          <tr>
            <th scope="col">{t('agreement.field')}</th>
            {ANALYSIS_KINDS.map((kind) => (
              <th key={kind} scope="col">
                {t(`agreement.kind.${kind}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {AGREED_FIELDS.map((field) => (
            <tr key={field}>
              <th scope="row">
                {name(field)}
                {isSpecialField(field) && <span className="dl-quiet"> {t('agreement.special')}</span>}
              </th>
              {ANALYSIS_KINDS.map((kind) => (
                <td key={kind}>
                  <label className="dl-agreement__box">
                    <input
                      type="checkbox"
                      className="utrecht-checkbox utrecht-checkbox--html-input"
                      checked={fields[kind].includes(field)}
                      onChange={() => toggle(kind, field)}
                    />
                    <span className="dl-visually-hidden">{`${name(field)}: ${t(`agreement.kind.${kind}`)}`}</span>
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
