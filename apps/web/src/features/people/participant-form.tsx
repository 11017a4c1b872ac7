import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { AddParticipantDocument, type AdministrationQuery } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { Form } from '../../ui/form.js';
import { Alert } from '../../ui/alert.js';
import { NamedChoice } from './named-choice.js';

type ParticipantFormProps = Pick<AdministrationQuery, 'organisations' | 'labNames'>;

/** Lets an organisation take part in a lab. What it delivers there it decides itself. */
export function ParticipantForm({ organisations, labNames }: ParticipantFormProps) {
  const { t } = useWords();
  const client = useQueryClient();
  const [organisationId, setOrganisation] = useState('');
  const [labId, setLab] = useState('');
  const join = useMutation({
    mutationFn: async () => {
      await request(AddParticipantDocument, { labId, organisationId });
      return organisations.find(({ id }) => id === organisationId)?.name ?? '';
    },
    onSuccess: () => client.invalidateQueries(),
  });
  return (
    <div className="dl-stack">
      <Form change={join} submit={t('administration.join')} onSubmit={() => join.mutate()}>
        <h3 className="utrecht-heading-3">{t('administration.participate')}</h3>
        <NamedChoice
          label={t('people.organisation')}
          options={organisations}
          value={organisationId}
          onChange={setOrganisation}
        />
        <NamedChoice label={t('administration.lab')} options={labNames} value={labId} onChange={setLab} />
      </Form>
      {join.isSuccess && (
        <Alert tone="ok" role="status">
          <p className="utrecht-paragraph">{t('administration.joined', { organisation: join.data })}</p>
        </Alert>
      )}
    </div>
  );
}
