import { ORGANISATION_TYPES } from '@datalab/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { CreateOrganisationDocument, type OrganisationType } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { Form } from '../../ui/form.js';
import { SelectField, TextField } from '../../ui/field.js';

export function OrganisationForm() {
  const { t } = useWords();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [type, setType] = useState<OrganisationType>('municipality');
  const add = useMutation({
    mutationFn: () => request(CreateOrganisationDocument, { name, type }),
    onSuccess: async () => {
      setName('');
      await client.invalidateQueries();
    },
  });
  return (
    <Form change={add} submit={t('administration.add')} onSubmit={() => add.mutate()}>
      <h3 className="utrecht-heading-3">{t('administration.addOrganisation')}</h3>
      <TextField
        label={t('people.name')}
        required
        minLength={2}
        maxLength={120}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <SelectField
        label={t('administration.type')}
        value={type}
        onChange={({ target }) => setType(target.value as OrganisationType)}
      >
        {ORGANISATION_TYPES.map((one) => (
          <option key={one} value={one}>
            {t(`organisationType.${one}`)}
          </option>
        ))}
      </SelectField>
    </Form>
  );
}
