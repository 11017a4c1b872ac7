import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { InviteDocument, type LabRole } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { Form } from '../../ui/form.js';
import { Alert } from '../../ui/alert.js';
import { SelectField, TextField } from '../../ui/field.js';
import { RoleFields, areasIn } from './role-fields.js';

interface InviteFormProps {
  /** Left out by an administrator: to the organisation alone. */
  labId?: string;
  organisations: readonly { id: string; name: string }[];
}

/** Makes an invitation and shows its link, once. */
export function InviteForm({ labId, organisations }: InviteFormProps) {
  const { t } = useWords();
  const client = useQueryClient();
  const [organisationId, setOrganisation] = useState('');
  const [email, setEmail] = useState('');
  const [days, setDays] = useState('7');
  const [role, setRole] = useState<LabRole | ''>('');
  const [areas, setAreas] = useState('');
  const invite = useMutation({
    mutationFn: async () => {
      const roles = role === '' ? [] : [role];
      const input = {
        organisationId,
        labId: labId ?? null,
        email,
        roles,
        areas: areasIn(areas),
        validDays: Number(days),
      };
      return (await request(InviteDocument, { input })).invite;
    },
    onSuccess: () => client.invalidateQueries(),
  });
  return (
    <div className="dl-stack">
      <Form change={invite} submit={t('people.makeLink')} onSubmit={() => invite.mutate()}>
        <p className="utrecht-paragraph">{t('people.inviteText')}</p>
        <SelectField
          label={t('people.organisation')}
          required
          value={organisationId}
          onChange={({ target }) => setOrganisation(target.value)}
        >
          <option value="">{t('people.choose')}</option>
          {organisations.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <TextField
          label={t('people.email')}
          type="email"
          required
          autoComplete="off"
          value={email}
          onChange={({ target }) => setEmail(target.value)}
        />
        {labId !== undefined && <RoleFields role={role} onRole={setRole} areas={areas} onAreas={setAreas} />}
        <TextField
          label={t('people.days')}
          type="number"
          min={1}
          max={30}
          required
          value={days}
          onChange={({ target }) => setDays(target.value)}
        />
      </Form>
      {invite.isSuccess && (
        <Alert tone="ok" title={t('people.linkMade')} role="status">
          <TextField label={t('people.link')} readOnly value={new URL(invite.data.linkPath, location.origin).href} />
        </Alert>
      )}
    </div>
  );
}
