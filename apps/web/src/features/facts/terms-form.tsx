import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { WriteIntakeTermsDocument } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { Form } from '../../ui/form.js';
import { Button } from '../../ui/button.js';
import { TextareaField, TextField } from '../../ui/field.js';
import { useLab } from '../lab/lab-context.js';
import { useLabDeed } from '../lab/use-lab-change.js';
import type { Terms } from './facts-query.js';

/** Writes the next version of the terms, beginning with the text that holds now. */
export function TermsForm({ terms, onDone }: { terms: Terms; onDone: () => void }) {
  const { t } = useWords();
  const { lab } = useLab();
  const [clauses, setClauses] = useState(() => terms.clauses.map(({ title, text }) => ({ title, text })));
  const save = useLabDeed(() => request(WriteIntakeTermsDocument, { labId: lab.id, clauses }), onDone);
  const change = (at: number, part: Partial<{ title: string; text: string }>) =>
    setClauses((all) => all.map((one, i) => (i === at ? { ...one, ...part } : one)));
  return (
    <Form
      change={save}
      submit={t('facts.terms.save', { version: terms.version + 1 })}
      onCancel={onDone}
      beside={
        <Button onClick={() => setClauses((all) => [...all, { title: '', text: '' }])}>
          {t('facts.terms.addClause')}
        </Button>
      }
      onSubmit={() => save.mutate(undefined)}
    >
      <p className="utrecht-paragraph">{t('facts.terms.writeLead')}</p>
      {clauses.map((clause, i) => (
        <fieldset key={i} className="dl-stack">
          <legend className="utrecht-heading-4">{t('facts.terms.clause', { number: i + 1 })}</legend>
          <TextField
            label={t('facts.terms.clauseTitle')}
            maxLength={120}
            required
            value={clause.title}
            onChange={({ target }) => change(i, { title: target.value })}
          />
          <TextareaField
            label={t('facts.terms.clauseText')}
            rows={4}
            maxLength={4_000}
            required
            value={clause.text}
            onChange={({ target }) => change(i, { text: target.value })}
          />
          <div className="dl-actions">
            <Button look="subtle" onClick={() => setClauses((all) => all.filter((_, at) => at !== i))}>
              {t('facts.terms.removeClause', { number: i + 1 })}
            </Button>
          </div>
        </fieldset>
      ))}
    </Form>
  );
}
