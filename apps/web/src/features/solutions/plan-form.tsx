import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { RegisterEvaluationDocument } from '../../gql/operations.js';
import { SelectField, TextareaField, TextField } from '../../ui/field.js';
import { Form } from '../../ui/form.js';
import { pictureOptions } from '../picture/picture-query.js';
import { useLab } from '../lab/lab-context.js';
import { useLabChange } from '../lab/use-lab-change.js';
import { AreaChoice } from './area-choice.js';
import type { Solution } from './solutions-query.js';

const ALL = 'all';

/** Registers what will be measured before the measure starts: afterwards a success can be made of anything. */
export function PlanForm({ solution, onDone }: { solution: Solution; onDone: () => void }) {
  const { t, category } = useWords();
  const { lab } = useLab();
  const { plan } = solution;
  const lowest = lab.region.levels.at(-1)?.code ?? '';
  const [datasetId, setDataset] = useState(plan?.datasetId ?? '');
  const [kind, setKind] = useState(plan?.category ?? ALL);
  const [level, setLevel] = useState(plan?.level ?? lowest);
  const [areaCodes, setAreas] = useState<string[]>(plan?.areaCodes ?? solution.areaCodes);
  const [comparisonAreaCodes, setComparison] = useState<string[]>(plan?.comparisonAreaCodes ?? []);
  const [firstMonth, setFirst] = useState(plan?.firstMonth ?? solution.startsOn?.slice(0, 7) ?? '');
  const [percent, setPercent] = useState(String(Math.round((plan?.expectedChange ?? -0.2) * 100)));
  const [harm, setHarm] = useState(plan?.harm ?? '');
  const [wasTried, setTried] = useState(false);
  const register = useLabChange(RegisterEvaluationDocument, onDone);
  const change = Number(percent) / 100;
  const faults = {
    datasetId: datasetId === '',
    areaCodes: areaCodes.length === 0,
    firstMonth: !/^\d{4}-\d{2}$/.test(firstMonth),
    percent: !(Math.abs(change) >= 0.05 && change >= -0.95 && change <= 5),
    harm: harm.trim().length < 3,
  };
  const fault = (field: keyof typeof faults) =>
    wasTried && faults[field] ? t(`solutions.plan.fault.${field}`) : undefined;
  const picture = useQuery(pictureOptions(lab.id));
  const categories = picture.data?.sources.find(({ dataset }) => dataset.id === datasetId)?.categories ?? [];
  return (
    <Form
      className="dl-stack dl-inset"
      change={register}
      submit={t('solutions.register')}
      onCancel={onDone}
      onSubmit={() => {
        setTried(true);
        if (Object.values(faults).some(Boolean)) return;
        const measured = { datasetId, category: kind, level, areaCodes, comparisonAreaCodes };
        register.mutate({ id: solution.id, plan: { ...measured, firstMonth, expectedChange: change, harm } });
      }}
    >
      <p className="dl-quiet">{t('solutions.plan.lead')}</p>
      <SelectField
        label={t('solutions.plan.dataset')}
        value={datasetId}
        error={fault('datasetId')}
        onChange={({ target }) => setDataset(target.value)}
      >
        <option value="">{t('solutions.plan.chooseDataset')}</option>
        {lab.datasets.map(({ id, name, organisation }) => (
          <option key={id} value={id}>
            {name} ({organisation.name})
          </option>
        ))}
      </SelectField>
      <SelectField label={t('solutions.plan.category')} value={kind} onChange={({ target }) => setKind(target.value)}>
        <option value={ALL}>{t('solutions.plan.allCategories')}</option>
        {[...new Set([...categories, ...(kind === ALL ? [] : [kind])])].map((code) => (
          <option key={code} value={code}>
            {category(code)}
          </option>
        ))}
      </SelectField>
      <SelectField label={t('solutions.plan.level')} value={level} onChange={({ target }) => setLevel(target.value)}>
        {lab.region.levels.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
      <AreaChoice label={t('solutions.plan.areas')} value={areaCodes} onChange={setAreas} error={fault('areaCodes')} />
      <AreaChoice
        label={t('solutions.plan.comparison')}
        hint={t('solutions.plan.comparisonHint')}
        value={comparisonAreaCodes}
        onChange={setComparison}
      />
      <TextField
        type="month"
        label={t('solutions.plan.firstMonth')}
        hint={t('solutions.plan.firstMonthHint')}
        value={firstMonth}
        error={fault('firstMonth')}
        onChange={({ target }) => setFirst(target.value)}
      />
      <TextField
        type="number"
        min={-95}
        max={500}
        label={t('solutions.plan.percent')}
        hint={t('solutions.plan.percentHint')}
        value={percent}
        error={fault('percent')}
        onChange={({ target }) => setPercent(target.value)}
      />
      <TextareaField
        label={t('solutions.plan.harm')}
        hint={t('solutions.plan.harmHint')}
        rows={2}
        maxLength={1_000}
        value={harm}
        error={fault('harm')}
        onChange={({ target }) => setHarm(target.value)}
      />
    </Form>
  );
}
