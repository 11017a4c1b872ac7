import { FORECAST_BASELINES, isPurpose, PURPOSE_WORDS } from '@datalab/domain';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { RewriteForecastDocument, WriteForecastDocument } from '../../gql/operations.js';
import { Button } from '../../ui/button.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { SelectField, TextareaField, TextField } from '../../ui/field.js';
import { Skeleton } from '../../ui/skeleton.js';
import { analysesOptions, runChoicesOptions } from '../analyses/analyses-query.js';
import { inLanguage } from '../results/code-words.js';
import { Form } from '../../ui/form.js';
import { useLab } from '../lab/lab-context.js';
import { useLabChange } from '../lab/use-lab-change.js';
import { emptyForm, faultsOf, formOf, inputOf, PERCENT_FIELDS, type ForecastFields } from './forecast-fields.js';
import { forecastWords } from './forecast-words.js';
import type { Forecast } from './forecasts-query.js';

/** Writes a contract, or a draft of one anew: first what it is for, then what it must be, then when it stops. */
export function ForecastForm({ forecast, onDone }: { forecast?: Forecast; onDone: () => void }) {
  const words = useWords();
  const { t, language } = words;
  const { lab } = useLab();
  const analyses = useQuery(analysesOptions(lab.id));
  const choices = useQuery(runChoicesOptions(lab.id, lab.region.levels.at(-1)?.code ?? ''));
  const [form, setForm] = useState<ForecastFields>(() => (forecast === undefined ? emptyForm() : formOf(forecast)));
  const [wasTried, setTried] = useState(false);
  const write = useLabChange(WriteForecastDocument, onDone);
  const rewrite = useLabChange(RewriteForecastDocument, onDone);
  if (analyses.isPending || choices.isPending) return <Skeleton lines={6} />;
  if (analyses.isError) return <FailureAlert error={analyses.error} retry={() => void analyses.refetch()} />;
  if (choices.isError) return <FailureAlert error={choices.error} retry={() => void choices.refetch()} />;
  const under = new Set(
    analyses.data.runMethods.flatMap(({ name, isUnderContract }) => (isUnderContract ? [name] : [])),
  );
  const shells = analyses.data.outputShells.filter(({ state, method }) => state === 'approved' && under.has(method));
  const { purposes } = choices.data;
  const faults = faultsOf(form);
  const fault = (field: keyof ForecastFields) =>
    wasTried && faults.has(field) ? t(`forecasts.fault.${field}`) : undefined;
  const set = (field: keyof ForecastFields) => (event: { target: { value: string } }) => {
    setForm((all) => ({ ...all, [field]: event.target.value }));
  };
  if (shells.length === 0)
    return (
      <div className="dl-inset dl-stack">
        <p className="utrecht-paragraph">{t('forecasts.noShells')}</p>
        <div className="dl-actions">
          <Button onClick={onDone}>{t('app.cancel')}</Button>
        </div>
      </div>
    );
  const act = forecast === undefined ? write : rewrite;
  return (
    <Form
      className="dl-stack dl-inset"
      change={act}
      submit={t('forecasts.save')}
      onCancel={onDone}
      noValidate
      onSubmit={() => {
        setTried(true);
        if (faults.size > 0) return;
        const input = inputOf(form);
        if (forecast === undefined) write.mutate({ labId: lab.id, input });
        else rewrite.mutate({ id: forecast.id, input });
      }}
    >
      <SelectField
        label={t('forecasts.field.shellId')}
        error={fault('shellId')}
        value={form.shellId}
        onChange={set('shellId')}
      >
        <option value="">{t('forecasts.choose')}</option>
        {shells.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t('forecasts.field.title')}
        error={fault('title')}
        maxLength={200}
        value={form.title}
        onChange={set('title')}
      />
      <TextareaField
        label={t('forecasts.field.goal')}
        hint={t('forecasts.hint.goal')}
        error={fault('goal')}
        rows={3}
        maxLength={1_000}
        value={form.goal}
        onChange={set('goal')}
      />
      <SelectField
        label={t('forecasts.field.purpose')}
        hint={t('forecasts.hint.purpose')}
        error={fault('purpose')}
        value={form.purpose}
        onChange={set('purpose')}
      >
        <option value="">{t('forecasts.choose')}</option>
        {purposes.map((code) => (
          <option key={code} value={code}>
            {isPurpose(code) ? inLanguage(PURPOSE_WORDS[code], language) : code}
          </option>
        ))}
      </SelectField>
      <TextareaField
        label={t('forecasts.field.proportionality')}
        hint={t('forecasts.hint.proportionality')}
        error={fault('proportionality')}
        rows={3}
        maxLength={1_000}
        value={form.proportionality}
        onChange={set('proportionality')}
      />
      <SelectField
        label={t('forecasts.field.baseline')}
        hint={t('forecasts.hint.baseline')}
        value={form.baseline}
        onChange={set('baseline')}
      >
        {FORECAST_BASELINES.map((code) => (
          <option key={code} value={code}>
            {forecastWords(words, 'baseline', code)}
          </option>
        ))}
      </SelectField>
      {PERCENT_FIELDS.map((field) => (
        <TextField
          key={field}
          label={t(`forecasts.field.${field}`)}
          hint={t(`forecasts.hint.${field}`)}
          error={fault(field)}
          inputMode="decimal"
          value={form[field]}
          onChange={set(field)}
        />
      ))}
      <TextField
        label={t('forecasts.field.stopsAfter')}
        hint={t('forecasts.hint.stopsAfter')}
        error={fault('stopsAfter')}
        type="date"
        value={form.stopsAfter}
        onChange={set('stopsAfter')}
      />
    </Form>
  );
}
