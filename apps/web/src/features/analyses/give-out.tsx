import { isAllowed } from '@datalab/access';
import type { ReleaseTier } from '@datalab/domain';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAbility } from '../../app/ability.js';
import { useWords } from '../../app/i18n/use-words.js';
import { DraftReleaseDocument } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { Alert } from '../../ui/alert.js';
import { Button } from '../../ui/button.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { SelectField, TextareaField } from '../../ui/field.js';
import { useLab } from '../lab/lab-context.js';
import { releasesOptions, useReleaseDeed } from '../releases/releases-query.js';

const FIELDS = ['what', 'why', 'notToConclude'] as const;

/** How the result of a run reaches the others: the values of this analysis, and a release that two organisations check. */
export function GiveOut({ run }: { run: { id: string; title: string; state: string } }) {
  const { t } = useWords();
  const { lab, me } = useLab();
  const ability = useAbility();
  const [isAsking, setAsking] = useState(false);
  const mayDraft = isAllowed(ability, 'draft', 'Release', { labId: lab.id, reach: 'work', requestedBy: me.id });
  const releases = useQuery({ ...releasesOptions(lab.id), enabled: mayDraft });
  if (run.state !== 'done') return null;
  const own = releases.data?.find(
    ({ runId, state }) => runId === run.id && !['withdrawn', 'returned', 'refused'].includes(state),
  );
  return (
    <section className="dl-section dl-stack" aria-labelledby="run-give">
      <h2 id="run-give" className="utrecht-heading-2">
        {t('analyses.give.title')}
      </h2>
      <p className="utrecht-paragraph">{t('analyses.give.lead')}</p>
      <p className="utrecht-paragraph">
        <Link to="/labs/$labId/values" params={{ labId: lab.id }} search={{ run: run.id }}>
          {t('analyses.give.values')}
        </Link>
      </p>
      {own !== undefined && (
        <Alert tone="info" title={t('analyses.give.there', { state: t(`release.state.${own.state}`) })}>
          <p className="utrecht-paragraph">
            <Link to="/labs/$labId/releases" params={{ labId: lab.id }}>
              {t('analyses.give.toReleases')}
            </Link>
          </p>
        </Alert>
      )}
      {mayDraft && own === undefined && !isAsking && releases.isSuccess && (
        <div className="dl-actions">
          <Button look="primary" onClick={() => setAsking(true)}>
            {t('analyses.give.ask')}
          </Button>
        </div>
      )}
      {isAsking && own === undefined && <GiveOutForm run={run} onDone={() => setAsking(false)} />}
    </section>
  );
}

/** What a reader must know of a result, and who gets it. */
function GiveOutForm({ run, onDone }: { run: { id: string; title: string }; onDone: () => void }) {
  const { t } = useWords();
  const { lab } = useLab();
  const [tier, setTier] = useState<ReleaseTier>('lab');
  const [texts, setTexts] = useState({ what: '', why: '', notToConclude: '' });
  const draft = useReleaseDeed(lab.id, () =>
    request(DraftReleaseDocument, {
      input: {
        labId: lab.id,
        runId: run.id,
        context: { title: run.title, ...texts },
        wishes: { tier, embargoDays: 0, wantsStanding: false },
      },
    }),
  );
  return (
    <form
      className="dl-card dl-stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!draft.isPending) draft.mutate(undefined, { onSuccess: onDone });
      }}
    >
      <SelectField
        label={t('release.forWhom')}
        hint={t('release.forWhomHint')}
        value={tier}
        onChange={({ target }) => setTier(target.value as ReleaseTier)}
      >
        <option value="lab">{t('release.tier.lab')}</option>
        <option value="public">{t('release.tier.public')}</option>
      </SelectField>
      {FIELDS.map((field) => (
        <TextareaField
          key={field}
          label={t(`release.${field}`)}
          hint={t(`release.hint.${field}`)}
          rows={3}
          minLength={field === 'notToConclude' ? 10 : 20}
          maxLength={2_000}
          required
          value={texts[field]}
          onChange={({ target }) => setTexts({ ...texts, [field]: target.value })}
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
