import type { AnsweredFinding, Finding } from '@datalab/intake';
import { useWords } from '../../app/i18n/use-words.js';
import { Alert } from '../../ui/alert.js';
import { Check } from '../../ui/choice.js';

export const findingKey = ({ column, kind }: AnsweredFinding): string => `${kind} ${column}`;

interface FindingsProps {
  findings: readonly Finding[];
  cleared: ReadonlySet<string>;
  onChange: (cleared: ReadonlySet<string>) => void;
}

/** Personal data in the file: the column, the kind, the first row; never the value. It goes out of the file, or a person says that it is a false alarm. */
export function Findings({ findings, cleared, onChange }: FindingsProps) {
  const { t, number } = useWords();
  const set = (finding: Finding, isCleared: boolean) => {
    const next = new Set(cleared);
    if (isCleared) next.add(findingKey(finding));
    else next.delete(findingKey(finding));
    onChange(next);
  };
  return (
    <section className="dl-section" aria-labelledby="findings">
      <h2 id="findings" className="utrecht-heading-2">
        {t('upload.findings')}
      </h2>
      <Alert tone="warning" role="alert" title={t('upload.findingsTitle', { count: findings.length })}>
        <p className="utrecht-paragraph">{t('upload.findingsText')}</p>
      </Alert>
      <ul className="dl-findings">
        {findings.map((finding) => (
          <li key={findingKey(finding)} className="dl-card">
            <p>
              <strong>{finding.column}</strong>: {finding.message}{' '}
              <span className="dl-quiet">
                {finding.count === 0
                  ? t('upload.findingByName')
                  : t('upload.findingWhere', {
                      count: finding.count,
                      text: number(finding.count),
                      row: number(finding.row),
                    })}
              </span>
            </p>
            <Check
              label={t('upload.falseAlarm', { column: finding.column })}
              checked={cleared.has(findingKey(finding))}
              onChange={(isCleared) => set(finding, isCleared)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
