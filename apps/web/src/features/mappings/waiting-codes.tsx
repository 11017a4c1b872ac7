import type { UnmappedCode } from '@datalab/intake';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import type { LabDataset } from '../../gql/types.js';
import { Alert } from '../../ui/alert.js';
import { linkButtonClass } from '../../ui/button.js';
import { SelectField } from '../../ui/field.js';
import { useLab } from '../lab/lab-context.js';

interface WaitingCodesProps {
  dataset: LabDataset;
  waiting: readonly UnmappedCode[];
  codes?: Readonly<Record<string, string>>;
  options?: ReactNode;
  /** Without it the codes are only listed: the wizard is where they get their meaning. */
  onChoose?: (code: string, target: string) => void;
}

/** What stopped the latest attempt in this window: codes without a meaning, with how often each occurs. */
export function WaitingCodes({ dataset, waiting, codes = {}, options, onChoose }: WaitingCodesProps) {
  const { t, number } = useWords();
  const { lab } = useLab();
  if (waiting.length === 0) return null;
  const label = ({ code, count }: UnmappedCode) =>
    t('upload.codeCount', { code: code === '' ? t('upload.blankCode') : code, count, text: number(count) });
  return (
    <Alert tone="warning" title={t('mappings.waitingTitle', { count: waiting.length })}>
      <p className="utrecht-paragraph">{t('mappings.waitingText')}</p>
      {onChoose === undefined ? (
        <ul>
          {waiting.map((one) => (
            <li key={one.code}>{label(one)}</li>
          ))}
        </ul>
      ) : (
        <div className="dl-codes">
          {waiting.map((one) => (
            <SelectField
              key={one.code}
              label={label(one)}
              value={codes[one.code] ?? ''}
              disabled={!lab.can.upload}
              onChange={({ target }) => onChoose(one.code, target.value)}
            >
              <option value="">{t('upload.choose')}</option>
              {options}
            </SelectField>
          ))}
        </div>
      )}
      {lab.can.upload && (
        <div className="dl-actions">
          <Link
            to="/labs/$labId/upload"
            params={{ labId: lab.id }}
            search={{ dataset: dataset.id }}
            className={linkButtonClass('subtle')}
          >
            {t('mappings.toUpload')}
          </Link>
        </div>
      )}
    </Alert>
  );
}
