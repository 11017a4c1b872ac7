import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { meOptions } from '../../app/session.js';
import { useWords } from '../../app/i18n/use-words.js';
import { FoundingOptionsDocument, FoundLabDocument } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { Form } from '../../ui/form.js';
import { Check } from '../../ui/choice.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { SelectField, TextareaField, TextField } from '../../ui/field.js';
import { Page } from '../../ui/page.js';
import { PageSkeleton } from '../../ui/skeleton.js';
import { TemplateNotes } from './template-notes.js';

/** Begins a lab: from a template, as a copy of a set-up, or empty. */
export function NewLabPage() {
  const { t, language } = useWords();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [from, setFrom] = useState('');
  const [words, setWords] = useState({ name: '', goal: '', question: '' });
  const [regionId, setRegionId] = useState('');
  const [partnerIds, setPartnerIds] = useState<string[]>([]);
  const [isRehearsal, setRehearsal] = useState(false);
  const me = useQuery(meOptions).data;
  const options = useQuery({
    queryKey: ['founding-options'],
    queryFn: async ({ signal }) => (await request(FoundingOptionsDocument, {}, signal)).foundingOptions,
  });
  const found = useMutation({
    mutationFn: async () => {
      const [kind, value] = from.split(' ');
      const input = {
        ...words,
        partnerIds: isRehearsal ? [] : partnerIds,
        isRehearsal,
        regionId: regionId || options.data!.regions[0]!.id,
        ...(kind === 'template' && { template: value }),
        ...(kind === 'copy' && { copyOf: value }),
      };
      return (await request(FoundLabDocument, { input })).foundLab;
    },
    onSuccess: async (labId) => {
      await client.invalidateQueries();
      await navigate({ to: '/labs/$labId', params: { labId } });
    },
  });
  if (options.isPending) return <PageSkeleton />;
  if (options.isError) return <FailureAlert error={options.error} retry={() => void options.refetch()} />;
  const { templates, copies, regions, organisations } = options.data;
  const template = templates.find(({ key }) => from === `template ${key}`);
  const choose = (value: string) => {
    setFrom(value);
    const chosen = templates.find(({ key }) => value === `template ${key}`);
    const spoken = language === 'en' ? 'en' : 'nl';
    if (chosen !== undefined)
      setWords({ name: chosen.name[spoken], goal: chosen.goal[spoken], question: chosen.question[spoken] });
  };
  const set = (field: keyof typeof words) => (event: { target: { value: string } }) =>
    setWords({ ...words, [field]: event.target.value });
  return (
    <Page title={t('labs.new')}>
      <p className="utrecht-paragraph dl-quiet">{t('labs.newLead')}</p>
      <Form change={found} submit={t('labs.begin')} onSubmit={() => found.mutate()}>
        <SelectField label={t('labs.template')} value={from} onChange={(event) => choose(event.target.value)}>
          <option value="">{t('labs.noTemplate')}</option>
          {templates.map(({ key, name }) => (
            <option key={key} value={`template ${key}`}>
              {language === 'en' ? name.en : name.nl}
            </option>
          ))}
          {copies.map(({ id, name }) => (
            <option key={id} value={`copy ${id}`}>
              {t('labs.copyOf', { name })}
            </option>
          ))}
        </SelectField>
        {template !== undefined && <TemplateNotes template={template} />}
        <TextField label={t('labs.name')} value={words.name} onChange={set('name')} required maxLength={120} />
        <TextareaField label={t('labs.goal')} value={words.goal} onChange={set('goal')} rows={2} required />
        <TextareaField label={t('labs.question')} value={words.question} onChange={set('question')} rows={2} required />
        <SelectField label={t('labs.region')} value={regionId} onChange={(event) => setRegionId(event.target.value)}>
          {regions.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <Check label={t('labs.rehearsal')} checked={isRehearsal} onChange={setRehearsal} />
        {isRehearsal ? (
          // Who rehearses waits for nobody: the platform invents the partners.
          <p className="dl-quiet">{t('labs.partnersInvented')}</p>
        ) : (
          <fieldset className="dl-choice">
            <legend className="dl-field__label">{t('labs.partners')}</legend>
            {organisations
              .filter(({ id }) => id !== me?.organisation.id)
              .map(({ id, name }) => (
                <Check
                  key={id}
                  label={name}
                  checked={partnerIds.includes(id)}
                  onChange={(isIn) =>
                    setPartnerIds(isIn ? [...partnerIds, id] : partnerIds.filter((one) => one !== id))
                  }
                />
              ))}
          </fieldset>
        )}
      </Form>
    </Page>
  );
}
