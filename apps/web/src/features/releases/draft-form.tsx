import { ALL_CATEGORIES, CATEGORIES, GRAINS, type Grain, type ReleaseTier } from '@datalab/domain';
import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { DraftReleaseDocument } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { Button } from '../../ui/button.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { SelectField, TextareaField, TextField } from '../../ui/field.js';
import { useLab } from '../lab/lab-context.js';
import { useReleaseDeed } from './releases-query.js';

/** How a period of each grain is written, for the browser to hold the field to. */
const PERIOD_PATTERNS: Record<Exclude<Grain, 'all'>, string> = {
  year: '\\d{4}',
  quarter: '\\d{4}-Q[1-4]',
  month: '\\d{4}-(0[1-9]|1[0-2])',
};
const FIELDS = ['what', 'why', 'notToConclude'] as const;

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
  const [tier, setTier] = useState<ReleaseTier>('lab');
  const [wantsStanding, setStanding] = useState(false);
  const [embargoDays, setEmbargo] = useState(0);
  const [from, setFrom] = useState('');
  const [texts, setTexts] = useState({ title: '', what: '', why: '', notToConclude: '' });
  const draft = useReleaseDeed(lab.id, () =>
    request(DraftReleaseDocument, {
      input: {
        labId: lab.id,
        design: { ...design, from: from === '' ? null : from, leaveOut: [] },
        context: texts,
        wishes: { tier, embargoDays: tier === 'public' ? embargoDays : 0, wantsStanding },
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
    <form
      className="dl-card dl-stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!draft.isPending) draft.mutate(undefined, { onSuccess: onDone });
      }}
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
      <SelectField
        label={t('release.forWhom')}
        hint={t('release.forWhomHint')}
        value={tier}
        onChange={(event) => setTier(event.target.value as ReleaseTier)}
      >
        <option value="lab">{t('release.tier.lab')}</option>
        <option value="public">{t('release.tier.public')}</option>
      </SelectField>
      {tier === 'public' && (
        <TextField
          label={t('release.embargoDays')}
          hint={t('release.embargoHint')}
          type="number"
          min={0}
          max={366}
          step={1}
          required
          value={embargoDays}
          onChange={(event) => setEmbargo(event.target.valueAsNumber || 0)}
        />
      )}
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
        value={texts.title}
        onChange={(event) => setTexts({ ...texts, title: event.target.value })}
      />
      {FIELDS.map((field) => (
        <TextareaField
          key={field}
          label={t(`release.${field}`)}
          hint={t(`release.hint.${field}`)}
          rows={3}
          minLength={field === 'notToConclude' ? 10 : 20}
          maxLength={2000}
          required
          value={texts[field]}
          onChange={(event) => setTexts({ ...texts, [field]: event.target.value })}
        />
      ))}
      {draft.isError && <FailureAlert error={draft.error} />}
      <div className="dl-actions">
        <Button type="submit" look="primary" isBusy={draft.isPending}>
          {t('release.saveDraft')}
        </Button>
        <Button look="subtle" onClick={onDone}>
          {t('app.cancel')}
        </Button>
      </div>
    </form>
  );
}
