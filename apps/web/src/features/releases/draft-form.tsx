import { ALL_CATEGORIES, CATEGORIES, GRAINS, type Grain } from '@datalab/domain';
import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { DraftReleaseDocument } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { SelectField, TextField } from '../../ui/field.js';
import { Form } from '../../ui/form.js';
import { useLab } from '../lab/lab-context.js';
import { useLabDeed } from '../lab/use-lab-change.js';
import { embargoOf, EMPTY_WISH, ReachFields, StoryFields } from './release-fields.js';

/** How a period of each grain is written, for the browser to hold the field to. */
const PERIOD_PATTERNS: Record<Exclude<Grain, 'all'>, string> = {
  year: '\\d{4}',
  quarter: '\\d{4}-Q[1-4]',
  month: '\\d{4}-(0[1-9]|1[0-2])',
};

/** Asks for a table of the picture: which cells, for whom, and what its reader must know. */
export function DraftForm({ onDone }: { onDone: () => void }) {
  const { t, category } = useWords();
  const { lab } = useLab();
  const [design, setDesign] = useState({
    datasetId: lab.datasets[0]?.id ?? '',
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
        lab.datasets.map(({ id, name, organisation }) => [id, `${name} (${organisation.name})`]),
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
      <label>
        <input type="checkbox" checked={wantsStanding} onChange={(event) => setStanding(event.target.checked)} />{' '}
        {t('release.wantsStanding')}
      </label>
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
