import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LEAST_QUORUM } from '@datalab/domain';
import { useWords } from '../../app/i18n/use-words.js';
import { ChangeLabDocument, FoundingOptionsDocument } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { SelectField, TextareaField, TextField } from '../../ui/field.js';
import { Form } from '../../ui/form.js';
import { PageSkeleton } from '../../ui/skeleton.js';
import { useLab } from '../lab/lab-context.js';
import { useLabChange } from '../lab/use-lab-change.js';
import { PartnersForm } from './partners-form.js';

/** What a lab is and who makes it: its name at any time, the rest while step 1 is open, for that is what the organisations consent to there. */
export function CompositionSection() {
  const { t } = useWords();
  const { lab } = useLab();
  const mayLead = lab.can.leadSteps && lab.state === 'active';
  const isComposing = lab.steps.find(({ step }) => step === 'prioritise')?.state === 'open';
  const options = useQuery({
    queryKey: ['founding-options'],
    queryFn: async ({ signal }) => (await request(FoundingOptionsDocument, {}, signal)).foundingOptions,
    enabled: mayLead,
  });
  if (!mayLead) return null;
  if (options.isPending) return <PageSkeleton />;
  if (options.isError) return <FailureAlert error={options.error} retry={() => void options.refetch()} />;
  const { regions, organisations } = options.data;
  return (
    <>
      <section className="dl-section" aria-labelledby="composition">
        <h2 id="composition" className="utrecht-heading-2">
          {t('labs.composition')}
        </h2>
        <p className="utrecht-paragraph">{t(isComposing ? 'labs.composing' : 'labs.composed')}</p>
        <CompositionForm regions={regions} isComposing={isComposing} />
      </section>
      {isComposing && (
        <section className="dl-section" aria-labelledby="partners">
          <h2 id="partners" className="utrecht-heading-2">
            {t('labs.whoTakesPart')}
          </h2>
          <PartnersForm organisations={organisations} />
        </section>
      )}
    </>
  );
}

interface CompositionFormProps {
  regions: readonly { id: string; name: string }[];
  /** Otherwise only the name can change. */
  isComposing: boolean;
}

function CompositionForm({ regions, isComposing }: CompositionFormProps) {
  const { t } = useWords();
  const { lab } = useLab();
  const [name, setName] = useState(lab.name);
  const [goal, setGoal] = useState(lab.goal);
  const [regionId, setRegion] = useState(lab.region.id);
  const [quorum, setQuorum] = useState(lab.quorum);
  const change = useLabChange(ChangeLabDocument);
  const { length: all } = lab.participants;
  // A quorum that was agreed stays to be chosen, also where partners went since.
  const most = Math.max(all, lab.quorum ?? 0, LEAST_QUORUM);
  const quorums = Array.from({ length: most - LEAST_QUORUM + 1 }, (_, i) => LEAST_QUORUM + i);
  return (
    <Form
      change={change}
      submit={t('labs.save')}
      onSubmit={() => change.mutate({ labId: lab.id, input: { name, goal, regionId, quorum } })}
    >
      <TextField
        label={t('labs.name')}
        value={name}
        minLength={3}
        maxLength={120}
        required
        onChange={({ target }) => setName(target.value)}
      />
      {isComposing && (
        <>
          <TextareaField
            label={t('labs.goal')}
            value={goal}
            rows={2}
            minLength={3}
            maxLength={1_000}
            required
            onChange={({ target }) => setGoal(target.value)}
          />
          <SelectField label={t('labs.region')} value={regionId} onChange={({ target }) => setRegion(target.value)}>
            {regions.map(({ id, name: regionName }) => (
              <option key={id} value={id}>
                {regionName}
              </option>
            ))}
          </SelectField>
          <SelectField
            label={t('labs.quorum')}
            hint={t('labs.quorumHint')}
            value={quorum ?? ''}
            onChange={({ target }) => setQuorum(target.value === '' ? null : Number(target.value))}
          >
            <option value="">{t('labs.quorumAll')}</option>
            {quorums.map((count) => (
              <option key={count} value={count}>
                {t('labs.quorumOf', { count, all })}
              </option>
            ))}
          </SelectField>
        </>
      )}
      <p role="status">{change.isSuccess && t('labs.saved')}</p>
    </Form>
  );
}
