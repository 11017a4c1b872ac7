import { useWords } from '../../app/i18n/use-words.js';
import { WithdrawForecastObjectionDocument } from '../../gql/operations.js';
import { Button } from '../../ui/button.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { useLab } from '../lab/lab-context.js';
import { useLabChange } from '../lab/use-lab-change.js';
import type { Forecast } from './forecasts-query.js';

/** Which organisations objected, and whether that still stands. */
export function ForecastObjections({ forecast }: { forecast: Forecast }) {
  const { t, moment } = useWords();
  const { lab, me } = useLab();
  const withdraw = useLabChange(WithdrawForecastObjectionDocument);
  const mayWithdraw = lab.myRoles.some((role) => role === 'domain_expert' || role === 'privacy_officer');
  if (forecast.objections.length === 0) return null;
  return (
    <section className="dl-section dl-stack" aria-labelledby="forecast-objections">
      <h2 id="forecast-objections" className="utrecht-heading-2">
        {t('forecasts.objections')}
      </h2>
      <ul className="dl-analyses__list">
        {forecast.objections.map(({ organisationId, organisationName, words, objectedAt, withdrawnAt }) => (
          <li key={organisationId} className="dl-analyses__item">
            <div>
              <h3 className="utrecht-heading-4">{organisationName}</h3>
              <p className="utrecht-paragraph">{words}</p>
              <p className="utrecht-paragraph">
                {moment(objectedAt)}
                {withdrawnAt ? ` · ${t('forecasts.objectionWithdrawn', { when: moment(withdrawnAt) })}` : ''}
              </p>
            </div>
            {mayWithdraw && !withdrawnAt && me.organisation.id === organisationId && (
              <Button isBusy={withdraw.isPending} onClick={() => withdraw.mutate({ id: forecast.id })}>
                {t('forecasts.act.withdrawObjection')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {withdraw.isError && <FailureAlert error={withdraw.error} />}
    </section>
  );
}
