import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../app/i18n/use-words.js';
import { Alert } from '../../ui/alert.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { Page } from '../../ui/page.js';
import { Skeleton } from '../../ui/skeleton.js';
import { useLab } from '../lab/lab-context.js';
import { BoardsSection } from './boards-section.js';
import { CandidatesSection } from './candidates-section.js';
import { ChecklistSection } from './checklist-section.js';
import { ConsultationSection } from './consultation-section.js';
import { GoalsSection } from './goals-section.js';
import { stepOneOptions } from './question-query.js';
import { RankingSection } from './ranking-section.js';
import { ScoringSection } from './scoring-section.js';
import { ShellsSection } from './shells-section.js';
import './question.css';

const CLOSED = { locked: 'locked', in_review: 'review', done: 'closed' } as const;

/** Step 1 on one page, in the order in which it is done, with what is still missing on top. */
export function QuestionPage() {
  const { t, criterion, missing: who, date } = useWords();
  const { lab } = useLab();
  const { data, isPending, error, refetch } = useQuery(stepOneOptions(lab.id));
  const missing = lab.steps.find(({ step }) => step === 'prioritise')?.criteria.filter(({ met }) => !met) ?? [];
  type Missing = (typeof missing)[number]['missing'][number];
  // One day for all is said once.
  const namesOf = (from: readonly Missing[]): string => {
    const days = new Set(from.map(({ since }) => (since === null ? '' : date(since))));
    const since = (day: string) => (day === '' ? '' : ` (${t('steps.since', { date: day })})`);
    const [first] = days;
    if (days.size === 1) return `${from.map(who).join(', ')}${since(first!)}`;
    return from.map((one) => `${who(one)}${since(one.since === null ? '' : date(one.since))}`).join(', ');
  };
  return (
    <Page title={t('question.title')} lead={t('question.lead')}>
      {isPending && <Skeleton lines={8} />}
      {error != null && <FailureAlert error={error} retry={() => void refetch()} />}
      {data !== undefined && (
        <>
          {missing.length === 0 && data.state === 'open' && (
            <Alert tone="ok" title={t('question.completeTitle')}>
              <p className="utrecht-paragraph">{t('question.completeText')}</p>
            </Alert>
          )}
          {missing.length > 0 && data.state === 'open' && (
            <section className="dl-section" aria-labelledby="question-missing">
              <h2 id="question-missing" className="utrecht-heading-2">
                {t('question.missingTitle', { count: missing.length })}
              </h2>
              <ul className="dl-missing">
                {missing.map(({ code, missing: from }) => (
                  <li key={code}>
                    {criterion(code)}
                    {from.length > 0 && (
                      <span className="dl-criterion__missing">{t('steps.missingFrom', { names: namesOf(from) })}</span>
                    )}
                  </li>
                ))}
              </ul>
            </section>
          )}
          {data.state !== 'open' && (
            <Alert tone="info" title={t(`question.${CLOSED[data.state]}Title`)}>
              <p className="utrecht-paragraph">{t(`question.${CLOSED[data.state]}Text`)}</p>
              <p className="utrecht-paragraph">{t('question.shellsStayOpen')}</p>
            </Alert>
          )}
          <GoalsSection stepOne={data} />
          <CandidatesSection stepOne={data} />
          <ScoringSection stepOne={data} />
          <RankingSection stepOne={data} />
          <ShellsSection />
          {data.checklists.map((list) => (
            <ChecklistSection key={list.name} list={list} stepOne={data} />
          ))}
          <BoardsSection stepOne={data} />
          <ConsultationSection stepOne={data} />
        </>
      )}
    </Page>
  );
}
