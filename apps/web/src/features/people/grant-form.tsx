import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { GrantRoleDocument, type LabRole, type MemberDetailsFragment } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { Form } from '../../ui/form.js';
import { SelectField } from '../../ui/field.js';
import { areasIn, RoleFields } from './role-fields.js';

/** Gives a role to somebody who is in the lab already; others are invited. */
export function GrantForm({ labId, members }: { labId: string; members: readonly MemberDetailsFragment[] }) {
  const { t } = useWords();
  const client = useQueryClient();
  const [personId, setPerson] = useState('');
  const [role, setRole] = useState<LabRole | ''>('');
  const [areas, setAreas] = useState('');
  const grant = useMutation({
    mutationFn: (given: LabRole) =>
      request(GrantRoleDocument, { input: { labId, personId, role: given, areas: areasIn(areas) } }),
    onSuccess: () => client.invalidateQueries(),
  });
  return (
    <Form
      change={grant}
      submit={t('people.give')}
      onSubmit={() => {
        if (role !== '') grant.mutate(role);
      }}
    >
      <SelectField
        label={t('people.person')}
        required
        value={personId}
        onChange={({ target }) => setPerson(target.value)}
      >
        <option value="">{t('people.choose')}</option>
        {members.map(({ personId: id, name, organisation }) => (
          <option key={id} value={id}>
            {name} ({organisation.name})
          </option>
        ))}
      </SelectField>
      <RoleFields role={role} onRole={setRole} areas={areas} onAreas={setAreas} />
    </Form>
  );
}
