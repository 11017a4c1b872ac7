import { CATEGORIES, OUT_OF_SCOPE } from '@datalab/domain';
import { SKIP_TOTAL, type Mapping, type UnmappedCode } from '@datalab/intake';
import { useWords } from '../../../app/i18n/use-words.js';
import { Alert } from '../../../ui/alert.js';
import { Button } from '../../../ui/button.js';
import { SelectField, TextField } from '../../../ui/field.js';

interface UnmappedCodesProps {
  kind: Mapping['kind'];
  unmapped: readonly UnmappedCode[];
  codes: Readonly<Record<string, string>>;
  onChange: (codes: Readonly<Record<string, string>>) => void;
  onRestOutOfScope: () => void;
}

/** Codes that nobody gave a meaning yet: they block the load, because leaving them out would make the picture wrong without a trace. */
export function UnmappedCodes({ kind, unmapped, codes, onChange, onRestOutOfScope }: UnmappedCodesProps) {
  const { t, number, category } = useWords();
  const set = (code: string, meaning: string) => onChange({ ...codes, [code]: meaning });
  const label = ({ code, count }: UnmappedCode) =>
    t('upload.codeCount', { code: code === '' ? t('upload.blankCode') : code, count, text: number(count) });
  const isProvision = kind === 'provision_use';
  return (
    <section className="dl-section" aria-labelledby="unmapped">
      <h2 id="unmapped" className="utrecht-heading-2">
        {t('upload.unmapped')}
      </h2>
      <Alert tone="warning" role="alert" title={t('upload.unmappedTitle', { count: unmapped.length })}>
        <p className="utrecht-paragraph">{t('upload.unmappedText')}</p>
      </Alert>
      <div className="dl-card dl-codes">
        {unmapped.map((one) => {
          const shared = { label: label(one), value: codes[one.code] ?? '' };
          if (isProvision)
            return <TextField key={one.code} {...shared} onChange={({ target }) => set(one.code, target.value)} />;
          return (
            <SelectField key={one.code} {...shared} onChange={({ target }) => set(one.code, target.value)}>
              <option value="">{t('upload.choose')}</option>
              {CATEGORIES.map((code) => (
                <option key={code} value={code}>
                  {category(code)}
                </option>
              ))}
              <option value={OUT_OF_SCOPE}>{category(OUT_OF_SCOPE)}</option>
              {kind === 'counts' && <option value={SKIP_TOTAL}>{t('upload.skipTotal')}</option>}
            </SelectField>
          );
        })}
      </div>
      {!isProvision && unmapped.some(({ code }) => !codes[code]) && (
        <div className="dl-actions">
          <Button onClick={onRestOutOfScope}>{t('upload.restOutOfScope')}</Button>
        </div>
      )}
    </section>
  );
}
