import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Empty } from '../../ui/empty.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { Page } from '../../ui/page.js';
import { Skeleton } from '../../ui/skeleton.js';
import { useLab } from '../lab/lab-context.js';
import { DraftForm } from './draft-form.js';
import { NotesSection } from './notes-section.js';
import { ReleaseCard } from './release-card.js';
import { releasesOptions } from './releases-query.js';
import { StandingSection } from './standing-section.js';

/** Everything that is given out or on its way: versions, why something was stopped and what could go out instead, files, standing releases. */
export function ReleasesPage() {
  const { t } = useWords();
  const { lab } = useLab();
  const releases = useQuery(releasesOptions(lab.id));
  const [isDrafting, setDrafting] = useState(false);
  const mayDraft = lab.myRoles.includes('analyst') || lab.myRoles.includes('domain_expert');
  return (
    <Page
      title={t('release.title')}
      lead={t('release.lead')}
      actions={
        // Nothing of a rehearsal is ever public.
        !lab.isRehearsal && (
          <LinkButton href={`/public/labs/${lab.id}`} target="_blank" rel="noreferrer">
            {t('release.publicPage')}
          </LinkButton>
        )
      }
    >
      {mayDraft && !isDrafting && (
        <div className="dl-actions">
          <Button look="primary" onClick={() => setDrafting(true)}>
            {t('release.draft')}
          </Button>
        </div>
      )}
      {isDrafting && <DraftForm onDone={() => setDrafting(false)} />}
      {releases.isPending && <Skeleton lines={5} />}
      {releases.isError && <FailureAlert error={releases.error} retry={() => void releases.refetch()} />}
      {releases.isSuccess && releases.data.length === 0 && !isDrafting && (
        <Empty title={t('release.empty')} text={t('release.emptyText')} />
      )}
      {releases.data?.map((release) => (
        <ReleaseCard key={release.id} release={release} />
      ))}
      <StandingSection />
      <NotesSection />
    </Page>
  );
}
