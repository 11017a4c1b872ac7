import { ORGANISATION_TYPES } from '@datalab/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { ChangeOrganisationDocument, type AdministrationQuery, type OrganisationType } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { SelectField, TextField } from '../../ui/field.js';
import { Form } from '../../ui/form.js';

type Organisation = AdministrationQuery['organisations'][number];

/** The organisations of the platform, each with a button to give it another name or type. */
export function OrganisationList({ organisations }: { organisations: readonly Organisation[] }) {
  const { t } = useWords();
  const [changing, setChanging] = useState<Organisation | null>(null);
  return (
    <>
      <ul className="utrecht-unordered-list">
        {organisations.map((one) => (
          <li key={one.id}>
            {one.name} ({t(`organisationType.${one.type}`)}){' '}
            <Button
              look="subtle"
              aria-label={t('administration.changeOf', { name: one.name })}
              onClick={() => setChanging(one)}
            >
              {t('administration.change')}
            </Button>
          </li>
        ))}
      </ul>
      {changing !== null && <ChangeDialog organisation={changing} onClose={() => setChanging(null)} />}
    </>
  );
}

function ChangeDialog({ organisation, onClose }: { organisation: Organisation; onClose: () => void }) {
  const { t } = useWords();
  const client = useQueryClient();
  const [name, setName] = useState(organisation.name);
  const [type, setType] = useState<OrganisationType>(organisation.type);
  const change = useMutation({
    mutationFn: () => request(ChangeOrganisationDocument, { id: organisation.id, name, type }),
    onSuccess: async () => {
      onClose();
      await client.invalidateQueries();
    },
  });
  return (
    <Dialog title={t('administration.changeTitle')} onClose={onClose}>
      <Form change={change} submit={t('administration.save')} onCancel={onClose} onSubmit={() => change.mutate()}>
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
    </Dialog>
  );
}
