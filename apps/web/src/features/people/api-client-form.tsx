import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { CreateApiClientDocument, type AdministrationQuery } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { Form } from '../../ui/form.js';
import { Check } from '../../ui/choice.js';
import { TextField } from '../../ui/field.js';
import { NamedChoice } from './named-choice.js';

type Scope = AdministrationQuery['apiClients'][number]['scopes'][number];
const SCOPES = ['loads_write', 'reports_submit', 'status_read'] as const satisfies readonly Scope[];
const EMPTY = { name: '', organisationId: '', labId: '', clientId: '', subject: '' };

/** Registers a program by the names that the identity provider gives it; its secret is made there and never comes here. */
export function ApiClientForm({ organisations, labNames }: Pick<AdministrationQuery, 'organisations' | 'labNames'>) {
  const { t } = useWords();
  const client = useQueryClient();
  const [program, setProgram] = useState(EMPTY);
  const [scopes, setScopes] = useState<readonly Scope[]>(['status_read']);
  const set = (key: keyof typeof EMPTY) => (value: string) => setProgram((now) => ({ ...now, [key]: value }));
  const add = useMutation({
    mutationFn: () => {
      const { subject, ...input } = program;
      return request(CreateApiClientDocument, {
        input: { ...input, subject: subject === '' ? null : subject, scopes: [...scopes] },
      });
    },
    onSuccess: async () => {
      setProgram(EMPTY);
      await client.invalidateQueries();
    },
  });
  return (
    <Form change={add} submit={t('administration.add')} onSubmit={() => add.mutate()}>
      <h3 className="utrecht-heading-3">{t('administration.addClient')}</h3>
      <TextField
        label={t('people.name')}
        required
        minLength={2}
        maxLength={120}
        value={program.name}
        onChange={({ target }) => set('name')(target.value)}
      />
      <NamedChoice
        label={t('people.organisation')}
        options={organisations}
        value={program.organisationId}
        onChange={set('organisationId')}
      />
      <NamedChoice label={t('administration.lab')} options={labNames} value={program.labId} onChange={set('labId')} />
      <TextField
        label={t('administration.clientId')}
        required
        maxLength={200}
        value={program.clientId}
        onChange={({ target }) => set('clientId')(target.value)}
      />
      <TextField
        label={t('administration.subject')}
        hint={t('administration.subjectHint')}
        maxLength={200}
        value={program.subject}
        onChange={({ target }) => set('subject')(target.value)}
      />
      <fieldset className="dl-choice">
        <legend className="dl-field__label">{t('administration.scopes')}</legend>
        {SCOPES.map((scope) => (
          <Check
            key={scope}
            label={t(`administration.scope.${scope}`)}
            checked={scopes.includes(scope)}
            onChange={(on) => setScopes((now) => (on ? [...now, scope] : now.filter((one) => one !== scope)))}
          />
        ))}
      </fieldset>
    </Form>
  );
}
