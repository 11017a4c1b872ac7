import type { Mapping, Question } from '@datalab/intake';
import { useTranslation } from 'react-i18next';
import type { Lab } from '../../../gql/types.js';
import { Alert } from '../../../ui/alert.js';
import { AreaFields } from './area-fields.js';
import { CountsFields } from './counts-fields.js';
import { FieldRow } from './field-row.js';
import { FIELDS } from './mapping-fields.js';
import { sourceOf } from './edit-mapping.js';
import { ValueMeanings } from './value-meanings.js';

interface MappingFormProps {
  lab: Lab;
  mapping: Mapping;
  header: readonly string[];
  questions: readonly Question[];
  onChange: (mapping: Mapping) => void;
}

/** Unmapped categories are asked after the whole file was read: then every code is known, with how often it occurs. */
const ASKED_LATER: readonly string[] = ['category.unmapped', 'provision.codes'];

/** What every row is made of, and from which column. What is needed comes first, what was not found can be opened. */
export function MappingForm({ lab, mapping, header, questions, onChange }: MappingFormProps) {
  const { t } = useTranslation();
  const fields = FIELDS[mapping.kind];
  const isShown = (field: (typeof fields)[number]) =>
    field.isRequired || sourceOf(mapping, field.name).from !== 'nothing';
  const shared = { mapping, header, onChange };
  const notes = questions.filter(
    ({ code, values }) => !ASKED_LATER.includes(code) && (code !== 'code.unmapped' || values === undefined),
  );
  const meanings = questions.filter(({ code }) => code === 'code.unmapped');
  const open = fields.filter((field) => !isShown(field));
  return (
    <section className="dl-section" aria-labelledby="mapping">
      <h2 id="mapping" className="utrecht-heading-2">
        {t('upload.mapping')}
      </h2>
      <p className="utrecht-paragraph dl-quiet">{t('upload.mappingLead')}</p>
      {notes.map((question) => (
        <Alert key={`${question.code}-${question.field}`} tone={question.needed ? 'warning' : 'info'}>
          <p>{question.message}</p>
        </Alert>
      ))}
      <div className="dl-card dl-mapping">
        {fields.filter(isShown).map((field) => (
          <FieldRow key={field.name} field={field} {...shared} />
        ))}
        {mapping.kind === 'counts' && <CountsFields mapping={mapping} onChange={onChange} />}
      </div>
      <AreaFields lab={lab} {...shared} />
      {meanings.map((question) => (
        <ValueMeanings key={question.field} question={question} mapping={mapping} onChange={onChange} />
      ))}
      {open.length > 0 && (
        <details className="dl-details">
          <summary>{t('upload.moreFields', { count: open.length })}</summary>
          <div className="dl-card dl-mapping">
            {open.map((field) => (
              <FieldRow key={field.name} field={field} {...shared} />
            ))}
          </div>
        </details>
      )}
    </section>
  );
}
