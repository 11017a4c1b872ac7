import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useWords } from '../../app/i18n/use-words.js';
import { LabGovernanceDocument, SetLabScheduleDocument } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { Choice } from '../../ui/choice.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { Page } from '../../ui/page.js';
import { PageSkeleton } from '../../ui/skeleton.js';
import { useLab } from '../lab/lab-context.js';
import { ClosingSection } from './closing-section.js';
import { CompositionSection } from './composition-section.js';
import { ContactSection } from './contact-section.js';
import { LivingAreasSection } from './living-areas-section.js';

const RHYTHMS = ['none', 'monthly', 'quarterly'] as const;

/** How a lab goes on, and how it ends. */
export function LabSettingsPage() {
  const { t, date } = useWords();
  const { lab } = useLab();
  const client = useQueryClient();
  const queryKey = ['lab-governance', lab.id];
  const asked = useQuery({
    queryKey,
    queryFn: ({ signal }) => request(LabGovernanceDocument, { labId: lab.id }, signal),
  });
  const set = useMutation({
    mutationFn: (rhythm: (typeof RHYTHMS)[number]) =>
      request(SetLabScheduleDocument, { labId: lab.id, rhythm: rhythm === 'none' ? null : rhythm }),
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
  if (asked.isPending) return <PageSkeleton />;
  if (asked.isError) return <FailureAlert error={asked.error} retry={() => void asked.refetch()} />;
  const { labSchedule, labClosing } = asked.data;
  const rhythm = labSchedule?.rhythm ?? 'none';
  return (
    <Page title={t('labs.settings')}>
      <CompositionSection />
      <section className="dl-section" aria-labelledby="measure">
        <h2 id="measure" className="utrecht-heading-2">
          {t('labs.measure')}
        </h2>
        <p className="utrecht-paragraph">{t('labs.measureLead')}</p>
        {lab.can.leadSteps ? (
          <Choice
            legend={t('labs.measure')}
            options={RHYTHMS.map((value) => ({ value, label: t(`labs.rhythm.${value}`) }))}
            value={rhythm}
            onChange={(value) => value !== rhythm && set.mutate(value)}
          />
        ) : (
          <p className="utrecht-paragraph">{t(`labs.rhythm.${rhythm}`)}</p>
        )}
        {set.isError && <FailureAlert error={set.error} />}
        {labSchedule !== null && <p className="dl-quiet">{t('labs.nextDue', { date: date(labSchedule.nextDue) })}</p>}
        {labSchedule?.baselineMadeAt != null && (
          <p className="dl-quiet">{t('labs.baseline', { date: date(labSchedule.baselineMadeAt) })}</p>
        )}
      </section>
      {!lab.isRehearsal && <ContactSection />}
      <LivingAreasSection />
      <ClosingSection closing={labClosing} />
    </Page>
  );
}
