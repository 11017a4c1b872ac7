import type { AreaRule, Mapping } from '@datalab/intake';
import { useTranslation } from 'react-i18next';
import type { Lab } from '../../../gql/types.js';
import { SelectField, TextField } from '../../../ui/field.js';
import { areaColumns, newAreaRule, pointIn, withAreaColumn, type AreaBy } from './area-rule.js';
import { withArea } from './edit-mapping.js';

const WAYS: readonly AreaBy[] = ['code', 'name', 'postcode', 'address', 'point', 'constant'];

interface AreaFieldsProps {
  lab: Lab;
  mapping: Mapping;
  header: readonly string[];
  onChange: (mapping: Mapping) => void;
}

/** How the area of a row is found. The columns that it is found from are used here and do not leave the computer. */
export function AreaFields({ lab, mapping, header, onChange }: AreaFieldsProps) {
  const { t } = useTranslation();
  const rule = mapping.area;
  const lowest = lab.region.levels.at(-1)?.code ?? '';
  const set = (next: AreaRule | undefined) => onChange(withArea(mapping, next));
  const isPossible = (by: AreaBy) =>
    by === 'address'
      ? lab.region.hasAddresses
      : by !== 'postcode' || lab.region.hasPostcodes || lab.region.hasAddresses;
  return (
    <section className="dl-card dl-mapping" aria-labelledby="area-rule">
      <h3 id="area-rule" className="utrecht-heading-3">
        {t('upload.area')}
      </h3>
      <div className="dl-mapping__row">
        <SelectField
          label={t('upload.areaBy')}
          hint={t('upload.areaHint')}
          value={rule?.by ?? ''}
          onChange={({ target }) => set(target.value === '' ? undefined : newAreaRule(target.value as AreaBy, lowest))}
        >
          <option value="">{t('upload.areaNone')}</option>
          {WAYS.filter((by) => isPossible(by) || by === rule?.by).map((by) => (
            <option key={by} value={by}>
              {t(`upload.areaWay.${by}`)}
            </option>
          ))}
        </SelectField>
        {rule?.by === 'point' && (
          <SelectField
            label={t('upload.pointSystem')}
            value={rule.point.in}
            onChange={({ target }) => set(pointIn(rule, target.value === 'rd' ? 'rd' : 'wgs84'))}
          >
            <option value="wgs84">{t('upload.pointIn.wgs84')}</option>
            <option value="rd">{t('upload.pointIn.rd')}</option>
          </SelectField>
        )}
        {rule?.by === 'code' && (
          <TextField
            label={t('upload.codePrefix')}
            hint={t('upload.codePrefixHint')}
            value={rule.prefix ?? ''}
            maxLength={20}
            onChange={({ target }) =>
              set({ by: 'code', column: rule.column, ...(target.value === '' ? {} : { prefix: target.value }) })
            }
          />
        )}
      </div>
      {rule !== undefined && areaColumns(rule).length > 0 && (
        <div className="dl-mapping__row">
          {areaColumns(rule).map(({ name, column, isRequired }) => (
            <SelectField
              key={name}
              label={t(`upload.areaColumn.${name}`)}
              value={column ?? ''}
              onChange={({ target }) => set(withAreaColumn(rule, name, target.value === '' ? undefined : target.value))}
            >
              <option value="">{t(isRequired ? 'upload.choose' : 'upload.notInFile')}</option>
              {header.map((one) => (
                <option key={one} value={one}>
                  {one}
                </option>
              ))}
            </SelectField>
          ))}
        </div>
      )}
      {rule?.by === 'name' && <NameFields lab={lab} rule={rule} onChange={set} />}
      {rule?.by === 'constant' && (
        <TextField
          label={t('upload.areaCode')}
          value={rule.code}
          onChange={({ target }) => set({ by: 'constant', code: target.value })}
        />
      )}
    </section>
  );
}

type NameRule = Extract<AreaRule, { by: 'name' }>;

function NameFields({ lab, rule, onChange }: { lab: Lab; rule: NameRule; onChange: (rule: NameRule) => void }) {
  const { t } = useTranslation();
  return (
    <div className="dl-mapping__row">
      <SelectField
        label={t('upload.nameLevel')}
        value={rule.level}
        onChange={({ target }) => onChange({ ...rule, level: target.value })}
      >
        {lab.region.levels.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t('upload.unknownName')}
        value={rule.unknown}
        onChange={({ target }) => onChange({ ...rule, unknown: target.value as NameRule['unknown'] })}
      >
        {(['refuse', 'outside_region', 'other_level'] as const).map((unknown) => (
          <option key={unknown} value={unknown}>
            {t(`upload.unknownNameAs.${unknown}`)}
          </option>
        ))}
      </SelectField>
    </div>
  );
}
