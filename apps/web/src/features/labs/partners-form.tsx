import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { AddPartnerDocument, RemovePartnerDocument } from '../../gql/operations.js';
import { Button } from '../../ui/button.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { SelectField } from '../../ui/field.js';
import { Form } from '../../ui/form.js';
import { useLab } from '../lab/lab-context.js';
import { useLabChange } from '../lab/use-lab-change.js';

/** Asks an organisation in, or takes one out that has nobody and nothing here yet. */
export function PartnersForm({ organisations }: { organisations: readonly { id: string; name: string }[] }) {
  const { t } = useWords();
  const { lab, me } = useLab();
  const [partner, setPartner] = useState('');
  const add = useLabChange(AddPartnerDocument, () => setPartner(''));
  const remove = useLabChange(RemovePartnerDocument);
  const here = new Set(lab.participants.map(({ organisation }) => organisation.id));
  const others = organisations.filter(({ id }) => !here.has(id));
  return (
    <div className="dl-stack">
      <ul className="utrecht-unordered-list">
        {lab.participants.map(({ organisation, roles, delivered }) => {
          const isFree =
            organisation.id !== me.organisation.id && !delivered && roles.every(({ people }) => people === 0);
          return (
            <li key={organisation.id}>
              {organisation.name}{' '}
              {isFree && (
                <Button
                  look="subtle"
                  isBusy={remove.isPending}
                  aria-label={t('labs.removePartner', { name: organisation.name })}
                  onClick={() => remove.mutate({ labId: lab.id, organisationId: organisation.id })}
                >
                  {t('labs.remove')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {remove.isError && <FailureAlert error={remove.error} />}
      {others.length === 0 ? (
        <p className="dl-quiet">{t('labs.everybodyIn')}</p>
      ) : (
        <Form
          change={add}
          look="secondary"
          submit={t('labs.addPartner')}
          onSubmit={() => add.mutate({ labId: lab.id, organisationId: partner })}
        >
          <SelectField
            label={t('labs.partner')}
            hint={t('labs.partnerHint')}
            required
            value={partner}
            onChange={({ target }) => setPartner(target.value)}
          >
            <option value="">{t('people.choose')}</option>
            {others.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
        </Form>
      )}
    </div>
  );
}
