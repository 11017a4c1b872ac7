import { MAIL_RHYTHMS, type MailRhythm } from '@datalab/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useWords } from '../../app/i18n/use-words.js';
import { SetMailRhythmDocument } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { SelectField } from '../../ui/field.js';

/** How often one is mailed that something waits; saved as soon as it is chosen. */
export function MailSection({ rhythm, address }: { rhythm: MailRhythm; address: string | null }) {
  const { t } = useWords();
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: (chosen: MailRhythm) => request(SetMailRhythmDocument, { rhythm: chosen }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['account'] }),
  });
  return (
    <section className="dl-section dl-stack" aria-labelledby="mail">
      <h2 id="mail" className="utrecht-heading-2">
        {t('mail.title')}
      </h2>
      <p className="utrecht-paragraph">{t('mail.lead', { address: address ?? '–' })}</p>
      <SelectField
        label={t('mail.rhythm')}
        value={save.variables ?? rhythm}
        onChange={({ target: { value } }) => save.mutate(value as MailRhythm)}
      >
        {MAIL_RHYTHMS.map((one) => (
          <option key={one} value={one}>
            {t(`mail.rhythms.${one}`)}
          </option>
        ))}
      </SelectField>
      <p role="status" className="dl-quiet">
        {save.isSuccess && t('mail.saved')}
      </p>
      {save.isError && <FailureAlert error={save.error} />}
    </section>
  );
}
