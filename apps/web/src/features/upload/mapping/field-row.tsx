import { DATE_FORMATS, type DateFormat, type Mapping } from '@datalab/intake';
import { useTranslation } from 'react-i18next';
import { SelectField } from '../../../ui/field.js';
import {
  formatOf,
  hasAddress,
  sourceOf,
  withAddressKey,
  withBsn,
  withColumn,
  withConstant,
  withFormat,
  type FieldSource,
} from './edit-mapping.js';
import { constantsOf, type MappingField } from './mapping-fields.js';

interface FieldRowProps {
  field: MappingField;
  mapping: Mapping;
  header: readonly string[];
  onChange: (mapping: Mapping) => void;
}

const COLUMN = 'column:';
const CONSTANT = 'constant:';
const BSN = 'bsn:';

const optionOf = (source: FieldSource): string => {
  if (source.from === 'column') return source.column === '' ? '' : `${COLUMN}${source.column}`;
  if (source.from === 'bsn') return `${BSN}${source.column}`;
  if (source.from === 'constant') return `${CONSTANT}${source.value}`;
  return source.from === 'nothing' ? '' : source.from;
};

/** One field of the row: the column that it comes from, and for a date how that column writes it. */
export function FieldRow({ field, mapping, header, onChange }: FieldRowProps) {
  const { t } = useTranslation();
  const source = sourceOf(mapping, field.name);
  const format = formatOf(mapping, field.name);
  const isFound = source.from === 'wide' || source.from === 'in_date';
  const mayBeAddress = field.name === 'householdKey' && (hasAddress(mapping) || source.from === 'address');
  const mayBeBsn = field.name === 'personKey' || field.name === 'reporterKey';
  const columns = field.kind === 'translated' && source.from !== 'column' ? [] : header;
  const constants = constantsOf(field.name);
  const choose = (option: string) => {
    if (option.startsWith(COLUMN)) onChange(withColumn(mapping, field.name, option.slice(COLUMN.length)));
    else if (option.startsWith(BSN)) onChange(withBsn(mapping, field.name, option.slice(BSN.length)));
    else if (option === 'address') onChange(withAddressKey(mapping));
    else if (option.startsWith(CONSTANT)) onChange(withConstant(mapping, field.name, option.slice(CONSTANT.length)));
    else if (option === '') onChange(withColumn(mapping, field.name, field.isRequired ? '' : undefined));
  };
  return (
    <div className="dl-mapping__row">
      <SelectField
        label={t(`upload.field.${field.name}`)}
        hint={t(`upload.fieldHint.${field.name}`)}
        value={optionOf(source)}
        onChange={({ target }) => choose(target.value)}
      >
        <option value="">{t(field.isRequired ? 'upload.choose' : 'upload.notInFile')}</option>
        {isFound && <option value={source.from}>{t(`upload.found.${source.from}`)}</option>}
        {mayBeAddress && <option value="address">{t('custody.fromAddress')}</option>}
        {mayBeBsn &&
          columns.map((column) => (
            <option key={`${BSN}${column}`} value={`${BSN}${column}`}>
              {t('custody.fromBsn', { column })}
            </option>
          ))}
        {source.from === 'constant' && constants.length === 0 && (
          <option value={optionOf(source)}>{t('upload.allRows', { value: source.value })}</option>
        )}
        {constants.map((value) => (
          <option key={value} value={`${CONSTANT}${value}`}>
            {t('upload.allRows', { value: t(`upload.value.${value}`) })}
          </option>
        ))}
        {columns.map((column) => (
          <option key={column} value={`${COLUMN}${column}`}>
            {column}
          </option>
        ))}
      </SelectField>
      {format !== undefined && (
        <SelectField
          label={t('upload.dateFormat')}
          value={format}
          onChange={({ target }) => onChange(withFormat(mapping, field.name, target.value as DateFormat))}
        >
          {DATE_FORMATS.map((one) => (
            <option key={one} value={one}>
              {t(`upload.format.${one}`)}
            </option>
          ))}
        </SelectField>
      )}
    </div>
  );
}
