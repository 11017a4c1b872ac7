import { ALL_CATEGORIES, CATEGORIES, GRAINS, type Grain } from '@datalab/domain';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { DraftReleaseDocument } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { Check } from '../../ui/choice.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { SelectField, TextField } from '../../ui/field.js';
import { Form } from '../../ui/form.js';
import { Skeleton } from '../../ui/skeleton.js';
import { useLab } from '../lab/lab-context.js';
import { useLabDeed } from '../lab/use-lab-change.js';
import { pictureOptions } from '../picture/picture-query.js';
import { embargoOf, EMPTY_WISH, ReachFields, StoryFields } from './release-fields.js';

/** How a period of each grain is written, for the browser to hold the field to. */
const PERIOD_PATTERNS: Record<Exclude<Grain, 'all'>, string> = {
  year: '\\d{4}',
  quarter: '\\d{4}-Q[1-4]',
  month: '\\d{4}-(0[1-9]|1[0-2])',
};

/** Asks for a table of the picture: which cells, for whom, and what its reader must know. */
export function DraftForm({ onDone }: { onDone: () => void }) {
  const { t } = useWords();
  const { lab, me } = useLab();
  const picture = useQuery(pictureOptions(lab.id));
  if (picture.isPending) return <Skeleton lines={6} />;
  if (picture.isError) return <FailureAlert error={picture.error} retry={() => void picture.refetch()} />;
  const datasets = (picture.data?.sources ?? []).map(({ dataset }) => dataset);
  if (datasets.length === 0) return <p className="utrecht-paragraph">{t('release.noPicture')}</p>;
  // Who asks knows their own source best.
  datasets.sort(
    (a, b) => Number(b.organisation.id === me.organisation.id) - Number(a.organisation.id === me.organisation.id),
  );
  return <DesignForm datasets={datasets} onDone={onDone} />;
}

interface DesignFormProps {
  /** What the picture has tables of; one at least. */
  datasets: readonly { id: string; name: string; organisation: { name: string } }[];
  onDone: () => void;
}

function DesignForm({ datasets, onDone }: DesignFormProps) {
  const { t, category } = useWords();
  const { lab } = useLab();
  const [design, setDesign] = useState({
    datasetId: datasets[0]!.id,
    level: lab.region.levels[1]?.code ?? lab.region.levels[0]!.code,
    grain: 'year' as Grain,
    category: ALL_CATEGORIES as string,
  });
  const [wish, setWish] = useState(EMPTY_WISH);
  const { what, why, notToConclude, tier } = wish;
  const [title, setTitle] = useState('');
  const [wantsStanding, setStanding] = useState(false);
  const [from, setFrom] = useState('');
  const draft = useLabDeed(() =>
    request(DraftReleaseDocument, {
      input: {
        labId: lab.id,
        design: { ...design, from: from === '' ? null : from, leaveOut: [] },
        context: { title, what, why, notToConclude },
        wishes: { tier, embargoDays: embargoOf(wish), wantsStanding },
      },
    }),
  );
  const choose = (field: keyof typeof design, label: string, options: [string, string][]) => (
    <SelectField
      label={label}
      value={design[field]}
      onChange={(event) => {
        setDesign({ ...design, [field]: event.target.value });
        // A first period is written in the grain that was chosen.
        if (field === 'grain') setFrom('');
      }}
    >
      {options.map(([value, words]) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </SelectField>
  );
  return (
    <Form
      className="dl-card dl-stack"
      change={draft}
      submit={t('release.saveDraft')}
      onCancel={onDone}
      onSubmit={() => draft.mutate(undefined, { onSuccess: onDone })}
    >
      <h2 className="utrecht-heading-2">{t('release.draftTitle')}</h2>
      {choose(
        'datasetId',
        t('release.source'),
        datasets.map(({ id, name, organisation }) => [id, `${name} (${organisation.name})`]),
      )}
      {choose(
        'level',
        t('release.level'),
        lab.region.levels.map(({ code, name }) => [code, name]),
      )}
      {choose(
        'grain',
        t('release.grain'),
        GRAINS.map((grain) => [grain, t(`release.grains.${grain}`)]),
      )}
      {choose(
        'category',
        t('release.category'),
        [ALL_CATEGORIES, ...CATEGORIES].map((code) => [code, category(code)]),
      )}
      <ReachFields wish={wish} onChange={setWish} />
      {design.grain !== 'all' && (
        <TextField
          label={t('release.fromPeriod')}
          hint={t('release.fromHint')}
          pattern={PERIOD_PATTERNS[design.grain]}
          value={from}
          onChange={(event) => setFrom(event.target.value)}
        />
      )}
      <Check label={t('release.wantsStanding')} checked={wantsStanding} onChange={setStanding} />
      <TextField
        label={t('release.titleLabel')}
        minLength={5}
        maxLength={160}
        required
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      <StoryFields wish={wish} onChange={setWish} />
    </Form>
  );
}
