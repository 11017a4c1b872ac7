import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import {
  ActivateForecastDocument,
  FixForecastDocument,
  ObjectToForecastDocument,
  StopForecastDocument,
  TestForecastDocument,
} from '../../gql/operations.js';
import { Button } from '../../ui/button.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { ReasonDialog } from '../../ui/reason-dialog.js';
import { useLab } from '../lab/lab-context.js';
import { useLabChange } from '../lab/use-lab-change.js';
import { isUnderWay, type Forecast } from './forecasts-query.js';

/** What this person can do about a contract now; who can do nothing is told whose turn it is. */
export function ForecastActions({ forecast, onWrite }: { forecast: Forecast; onWrite: () => void }) {
  const { t } = useWords();
  const { lab } = useLab();
  const [asks, setAsks] = useState<'stop' | 'object' | null>(null);
  const done = () => setAsks(null);
  const fix = useLabChange(FixForecastDocument);
  const test = useLabChange(TestForecastDocument);
  const activate = useLabChange(ActivateForecastDocument);
  const stop = useLabChange(StopForecastDocument, done);
  const object = useLabChange(ObjectToForecastDocument, done);
  const { id, state, refusals, tests } = forecast;
  const isAnalyst = lab.myRoles.includes('analyst');
  const isLeader = lab.myRoles.includes('coordinator');
  const mayObject = lab.myRoles.some((role) => role === 'domain_expert' || role === 'privacy_officer');
  const isBusy = tests.some(isUnderWay);
  const failed = [fix, test, activate].find(({ isError }) => isError);
  const isOver = state === 'ended';
  return (
    <div className="dl-stack">
      <div className="dl-actions">
        {isAnalyst && state === 'draft' && <Button onClick={onWrite}>{t('forecasts.act.rewrite')}</Button>}
        {isLeader && state === 'draft' && refusals.length === 0 && (
          <Button look="primary" isBusy={fix.isPending} onClick={() => fix.mutate({ id })}>
            {t('forecasts.act.fix')}
          </Button>
        )}
        {isAnalyst && ['fixed', 'tested', 'suspended'].includes(state) && !isBusy && (
          <Button
            look={state === 'fixed' ? 'primary' : undefined}
            isBusy={test.isPending}
            onClick={() => test.mutate({ id })}
          >
            {state === 'fixed' ? t('forecasts.act.test') : t('forecasts.act.testAgain')}
          </Button>
        )}
        {isLeader && state === 'tested' && refusals.length === 0 && !isBusy && (
          <Button look="primary" isBusy={activate.isPending} onClick={() => activate.mutate({ id })}>
            {t('forecasts.act.activate')}
          </Button>
        )}
        {mayObject && !isOver && state !== 'draft' && (
          <Button onClick={() => setAsks('object')}>{t('forecasts.act.object')}</Button>
        )}
        {isLeader && !isOver && (
          <Button look="danger" onClick={() => setAsks('stop')}>
            {t('forecasts.act.stop')}
          </Button>
        )}
      </div>
      {failed !== undefined && <FailureAlert error={failed.error} />}
      {asks === 'stop' && (
        <ReasonDialog
          title={t('forecasts.act.stop')}
          text={t('forecasts.stopText')}
          hint={t('forecasts.reasonHint')}
          confirm={t('forecasts.act.stop')}
          isBusy={stop.isPending}
          error={stop.error}
          onConfirm={(reason) => stop.mutate({ id, reason })}
          onClose={done}
        />
      )}
      {asks === 'object' && (
        <ReasonDialog
          title={t('forecasts.act.object')}
          text={t('forecasts.objectText')}
          hint={t('forecasts.reasonHint')}
          confirm={t('forecasts.act.object')}
          isBusy={object.isPending}
          error={object.error}
          onConfirm={(words) => object.mutate({ id, words })}
          onClose={done}
        />
      )}
    </div>
  );
}
