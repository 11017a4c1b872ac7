import { isAllowed } from '@datalab/access';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAbility } from '../../app/ability.js';
import { useWords } from '../../app/i18n/use-words.js';
import { DraftReleaseDocument } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { Alert } from '../../ui/alert.js';
import { Button } from '../../ui/button.js';
import { Form } from '../../ui/form.js';
import { useLab } from '../lab/lab-context.js';
import { useLabDeed } from '../lab/use-lab-change.js';
import { embargoOf, EMPTY_WISH, ReachFields, StoryFields } from '../releases/release-fields.js';
import { releasesOptions } from '../releases/releases-query.js';

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
  const [wish, setWish] = useState(EMPTY_WISH);
  const { what, why, notToConclude, tier } = wish;
  const draft = useLabDeed(() =>
    request(DraftReleaseDocument, {
      input: {
        labId: lab.id,
        runId: run.id,
        context: { title: run.title, what, why, notToConclude },
        wishes: { tier, embargoDays: embargoOf(wish), wantsStanding: false },
      },
    }),
  );
  return (
    <Form
      className="dl-card dl-stack"
      change={draft}
      submit={t('release.saveDraft')}
      onCancel={onDone}
      onSubmit={() => draft.mutate(undefined, { onSuccess: onDone })}
    >
      <ReachFields wish={wish} onChange={setWish} />
      <StoryFields wish={wish} onChange={setWish} />
    </Form>
  );
}
