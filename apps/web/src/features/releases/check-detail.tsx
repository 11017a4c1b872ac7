import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../app/i18n/use-words.js';
import { Alert } from '../../ui/alert.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { Skeleton } from '../../ui/skeleton.js';
import { useLab } from '../lab/lab-context.js';
import { JudgeForm } from './judge-form.js';
import { MyJudgement, myJudgement } from './my-judgement.js';
import { ReleaseTable } from './release-table.js';
import { OutcomeInWords } from './released-outcome.js';
import { ReleaseTalk } from './release-talk.js';
import { checkOptions, type ShownCheck, type ShownRelease } from './releases-query.js';

/** One release on the checker's desk. */
export function CheckDetail({ id }: { id: string }) {
  const { t, number } = useWords();
  const { lab } = useLab();
  const answer = useQuery(checkOptions(lab.id, id));
  if (answer.isPending) return <Skeleton lines={8} />;
  if (answer.isError) return <FailureAlert error={answer.error} retry={() => void answer.refetch()} />;
  const { data } = answer;
  const release = data.release as unknown as ShownRelease;
  const check = data.check as ShownCheck | null;
  const { context, document } = release;
  const mine = myJudgement(data.reviews);
  const isDrawn = release.sampledAt != null && release.state === 'released';
  return (
    <section className="dl-section dl-stack" aria-labelledby="release-on-desk">
      <h2 id="release-on-desk" className="utrecht-heading-2">
        {context.title}
      </h2>
      <dl className="dl-facts">
        {(['what', 'why', 'notToConclude'] as const).map((field) => (
          <div key={field}>
            <dt>{t(`release.${field}`)}</dt>
            <dd>{context[field]}</dd>
          </div>
        ))}
        {document !== null && (
          <div>
            <dt>{t('release.given')}</dt>
            <dd>{t('release.givenText', { given: number(document.given), withheld: number(document.withheld) })}</dd>
          </div>
        )}
      </dl>
      {document === null && <Alert tone="info">{t('release.machineBusy')}</Alert>}
      {check?.risks.map((risk) => (
        <Alert key={risk} tone="warning">
          {t(`release.risk.${risk as 'one-area'}`)}
        </Alert>
      ))}
      {release.criteria !== null && (
        <ul>
          {release.criteria.map(({ code, met }) => (
            <li key={code}>
              {met ? '✓' : '✗'} {t(`release.criterion.${code as 'floor-held'}`)}
            </li>
          ))}
        </ul>
      )}
      {check !== null && check.outcomes.length > 0 && (
        <p className="dl-quiet">
          {check.outcomes.map(({ rule, cells }) => `${t(`release.rules.${rule as 'presence'}`)}: ${cells}`).join(' · ')}
        </p>
      )}
      {document !== null && <OutcomeInWords document={document} />}
      {document !== null && (
        <ReleaseTable
          document={document}
          check={check}
          own={data.own as { areaCode: string; period: string; reports: number }[]}
        />
      )}
      <ReleaseTalk id={id} reviews={data.reviews} comments={data.comments} maySay={data.mayJudge || release.isMine} />
      {mine !== undefined && <MyJudgement mine={mine} reviews={data.reviews} state={release.state} />}
      {data.mayJudge ? (
        document !== null && (mine === undefined || isDrawn) && <JudgeForm release={release} />
      ) : (
        <Alert tone="info">{t(release.isMine ? 'release.notYourOwn' : 'release.notChecker')}</Alert>
      )}
    </section>
  );
}
