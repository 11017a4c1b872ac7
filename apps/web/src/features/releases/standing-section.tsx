import type { ReleaseContext } from '@datalab/domain';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../app/i18n/use-words.js';
import { EndStandingReleaseDocument } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { Button } from '../../ui/button.js';
import { useLab } from '../lab/lab-context.js';
import { useLabDeed } from '../lab/use-lab-change.js';
import { standingOptions } from './releases-query.js';

/** Designs that were checked once and go out again with each picture; nothing where there are none, or none to be seen. */
export function StandingSection() {
  const { t, date } = useWords();
  const { lab } = useLab();
  const works = lab.myRoles.some((role) => role !== 'wijkteam_member');
  const standing = useQuery({ ...standingOptions(lab.id), enabled: works });
  const end = useLabDeed((id: string) => request(EndStandingReleaseDocument, { id }));
  if ((standing.data ?? []).length === 0) return null;
  return (
    <section className="dl-section dl-stack" aria-labelledby="standing">
      <h2 id="standing" className="utrecht-heading-2">
        {t('release.standing')}
      </h2>
      <p className="utrecht-paragraph">{t('release.standingLead')}</p>
      <ul>
        {standing.data!.map((one) => (
          <li key={one.id}>
            {(one.context as ReleaseContext).title} –{' '}
            {one.endedAt == null
              ? t('release.goodUntil', { date: date(one.goodUntil) })
              : t(`release.endReason.${one.endReason as 'expired'}`)}{' '}
            {one.endedAt == null && (
              <Button look="subtle" isBusy={end.isPending} onClick={() => end.mutate(one.id)}>
                {t('release.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
