import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { SetLabContactDocument } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { TextField } from '../../ui/field.js';
import { Form } from '../../ui/form.js';
import { useLab } from '../lab/lab-context.js';
import { useLabDeed } from '../lab/use-lab-change.js';

/** Where anybody may ask about the lab; its coordinator says so. */
export function ContactSection() {
  const { t } = useWords();
  const { lab } = useLab();
  const [email, setEmail] = useState(lab.contactEmail ?? '');
  const save = useLabDeed((address: string) =>
    request(SetLabContactDocument, { labId: lab.id, contactEmail: address === '' ? null : address }),
  );
  const maySay = lab.can.leadSteps && lab.state !== 'closed' && lab.state !== 'closing';
  return (
    <section className="dl-section" aria-labelledby="contact">
      <h2 id="contact" className="utrecht-heading-2">
        {t('labs.contact')}
      </h2>
      <p className="utrecht-paragraph">{t('labs.contactLead')}</p>
      {maySay ? (
        <Form change={save} submit={t('labs.contactSave')} onSubmit={() => save.mutate(email.trim())}>
          <TextField
            label={t('labs.contactField')}
            hint={t('labs.contactHint')}
            type="email"
            maxLength={120}
            value={email}
            onChange={({ target }) => setEmail(target.value)}
          />
          <p role="status">{save.isSuccess && t('labs.contactSaved')}</p>
        </Form>
      ) : (
        <p className="utrecht-paragraph">{lab.contactEmail ?? t('labs.contactNone')}</p>
      )}
    </section>
  );
}
