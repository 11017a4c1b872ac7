import {
  CLAUSE_TITLES,
  LINK_KEYS,
  PURPOSE_WORDS,
  PURPOSES,
  RECIPIENTS,
  RECEIVER_TYPES,
  articleOf,
  FIELD_WORDS,
  type Clause,
} from '@datalab/domain';
import { useState, type ReactNode } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { SaveAgreementDocument } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { Check } from '../../ui/choice.js';
import { SelectField, TextareaField, TextField } from '../../ui/field.js';
import { Form } from '../../ui/form.js';
import { useLab } from '../lab/lab-context.js';
import { useLabDeed } from '../lab/use-lab-change.js';
import type { AgreementVersion, Choices } from './agreement-query.js';
import { BasisFields } from './basis-fields.js';
import { FieldsTable } from './fields-table.js';

const TERMS = ['embargoDays', 'answerDays', 'checkDays'] as const;
const whole = (text: string): number => (text === '' ? 0 : Math.trunc(Number(text)));
const toggled = (list: readonly string[], one: string, order: readonly string[]): string[] =>
  order.filter((item) => (item === one ? !list.includes(item) : list.includes(item)));

/** Edits a draft, article by article: what can be chosen is offered, and nothing else can be. */
export function AgreementEditor({ version, onDone }: { version: AgreementVersion; onDone: () => void }) {
  const { t, language } = useWords();
  const { lab } = useLab();
  const [choices, setChoices] = useState<Choices>(version.choices);
  const put = (part: Partial<Choices>) => setChoices((all) => ({ ...all, ...part }));
  const save = useLabDeed(
    () => request(SaveAgreementDocument, { id: version.id, revision: version.revision, choices }),
    onDone,
  );
  const words = language === 'en' ? 'en' : 'nl';
  const receivers = lab.participants.filter(({ organisation }) =>
    (RECEIVER_TYPES as readonly string[]).includes(organisation.type),
  );
  const number = (label: string, value: number, onChange: (value: number) => void) => (
    <TextField
      type="number"
      min={0}
      label={label}
      value={String(value)}
      onChange={({ target }) => onChange(whole(target.value))}
    />
  );
  return (
    <Form
      className="dl-stack dl-agreement"
      change={save}
      submit={t('agreement.save')}
      onCancel={onDone}
      onSubmit={() => save.mutate()}
    >
      <h2 className="utrecht-heading-2">{t('agreement.editTitle', { version: version.version })}</h2>
      <p className="dl-quiet">{t('agreement.editLead')}</p>
      <Part clause="parties">
        <TextareaField
          label={t('agreement.background')}
          hint={t('agreement.freeTextHint')}
          rows={4}
          maxLength={3_000}
          value={choices.background}
          onChange={({ target }) => put({ background: target.value })}
        />
      </Part>
      <Part clause="purpose">
        {PURPOSES.map((purpose) => (
          <Check
            key={purpose}
            label={PURPOSE_WORDS[purpose][words]}
            checked={choices.purposes.includes(purpose)}
            onChange={() => put({ purposes: toggled(choices.purposes, purpose, PURPOSES) })}
          />
        ))}
      </Part>
      <Part clause="legal_basis">
        <BasisFields bases={choices.bases} onChange={(bases) => put({ bases })} />
      </Part>
      <Part clause="fields">
        <FieldsTable fields={choices.fields} onChange={(fields) => put({ fields })} />
      </Part>
      <Part clause="links">
        {LINK_KEYS.map((by) => {
          const linked = choices.links.find((link) => link.by === by)?.datasetIds ?? [];
          const order = lab.datasets.map(({ id }) => id);
          return (
            <fieldset key={by} className="dl-stack">
              <legend className="dl-field__label">{t('agreement.linkBy', { key: FIELD_WORDS[by][words] })}</legend>
              {lab.datasets
                .filter(({ kind }) => kind !== 'counts')
                .map(({ id, name }) => (
                  <Check
                    key={id}
                    label={name}
                    checked={linked.includes(id)}
                    onChange={() => {
                      const datasetIds = toggled(linked, id, order);
                      const others = choices.links.filter((link) => link.by !== by);
                      put({ links: datasetIds.length === 0 ? others : [...others, { by, datasetIds }] });
                    }}
                  />
                ))}
            </fieldset>
          );
        })}
      </Part>
      <Part clause="thresholds">
        {(['lab', 'public'] as const).map((tier) => (
          <div key={tier} className="dl-agreement__row">
            {(['reports', 'households'] as const).map((half) => (
              <div key={half}>
                {number(t(`agreement.floor.${tier}.${half}`), choices.floors[tier][half], (value) =>
                  put({ floors: { ...choices.floors, [tier]: { ...choices.floors[tier], [half]: value } } }),
                )}
              </div>
            ))}
          </div>
        ))}
      </Part>
      <Part clause="retention">
        {number(t('agreement.retentionMonths'), choices.retentionMonths, (retentionMonths) => put({ retentionMonths }))}
      </Part>
      <Part clause="recipients">
        {RECIPIENTS.map((recipient) => (
          <Check
            key={recipient}
            label={t(`agreement.recipient.${recipient}`)}
            checked={choices.recipients.includes(recipient)}
            onChange={() => put({ recipients: toggled(choices.recipients, recipient, RECIPIENTS) })}
          />
        ))}
      </Part>
      <Part clause="way_back">
        <SelectField
          label={t('agreement.receiver')}
          value={choices.wayBackReceiverId ?? ''}
          onChange={({ target }) => put({ wayBackReceiverId: target.value || null })}
        >
          <option value="">{t('agreement.noReceiver')}</option>
          {receivers.map(({ organisation }) => (
            <option key={organisation.id} value={organisation.id}>
              {organisation.name}
            </option>
          ))}
        </SelectField>
      </Part>
      <Part clause="terms">
        <div className="dl-agreement__row">
          {TERMS.map((term) => (
            <div key={term}>{number(t(`agreement.${term}`), choices[term], (value) => put({ [term]: value }))}</div>
          ))}
        </div>
      </Part>
      <Part clause="dpia">
        <div className="dl-agreement__row">
          <TextField
            label={t('agreement.dpiaReference')}
            maxLength={200}
            value={choices.dpia?.reference ?? ''}
            onChange={({ target }) => put({ dpia: dpiaOf(target.value, choices.dpia?.on ?? '') })}
          />
          <TextField
            type="date"
            label={t('agreement.dpiaOn')}
            value={choices.dpia?.on ?? ''}
            onChange={({ target }) => put({ dpia: dpiaOf(choices.dpia?.reference ?? '', target.value) })}
          />
        </div>
      </Part>
      <Part clause="arrangements">
        <TextareaField
          label={t('agreement.arrangements')}
          hint={t('agreement.freeTextHint')}
          rows={4}
          maxLength={3_000}
          value={choices.arrangements}
          onChange={({ target }) => put({ arrangements: target.value })}
        />
      </Part>
    </Form>
  );
}

const dpiaOf = (reference: string, on: string) => (reference === '' && on === '' ? null : { reference, on });

/** One article with what it is about, in plain words. */
function Part({
  clause,
  children,
}: {
  clause: Exclude<Clause, 'prohibition' | 'rights' | 'security' | 'change'>;
  children: ReactNode;
}) {
  const { t, language } = useWords();
  return (
    <fieldset className="dl-stack dl-agreement__part">
      <legend className="utrecht-heading-3">
        {articleOf(clause)}. {CLAUSE_TITLES[clause][language === 'en' ? 'en' : 'nl']}
      </legend>
      <p className="dl-quiet">{t(`agreement.explain.${clause}`)}</p>
      {children}
    </fieldset>
  );
}
