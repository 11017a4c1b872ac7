import { identifiersIn, isAnswerable, type AnsweredFinding, type Finding } from '@datalab/intake';
import { useWords } from '../../app/i18n/use-words.js';
import { Alert } from '../../ui/alert.js';
import { TextField } from '../../ui/field.js';

export const findingKey = ({ column, kind }: AnsweredFinding): string => `${kind} ${column}`;

const SHORTEST_REASON = 10;
const LONGEST_REASON = 500;

/** A reason that the platform will take: in words, and without an identifier. */
export const isReason = (text: string | undefined): text is string =>
  text !== undefined && text.trim().length >= SHORTEST_REASON && identifiersIn(text).length === 0;

interface FindingsProps {
  findings: readonly Finding[];
  /** Whether a column of citizen service numbers can become keys instead: rows of this kind have a key of the person. */
  mayBecomeKey: boolean;
  reasons: Readonly<Record<string, string>>;
  onChange: (reasons: Readonly<Record<string, string>>) => void;
}

/** Personal data in the file: the column, the kind, the first row; never the value. It goes out of the file, or a person says why it is none. */
export function Findings({ findings, mayBecomeKey, reasons, onChange }: FindingsProps) {
  const { t, number, issue } = useWords();
  return (
    <section className="dl-section" aria-labelledby="findings">
      <h2 id="findings" className="utrecht-heading-2">
        {t('upload.findings')}
      </h2>
      <Alert tone="warning" role="alert" title={t('upload.findingsTitle', { count: findings.length })}>
        <p className="utrecht-paragraph">{t('upload.findingsText')}</p>
      </Alert>
      <ul className="dl-findings">
        {findings.map((finding) => {
          const key = findingKey(finding);
          const reason = reasons[key] ?? '';
          return (
            <li key={key} className="dl-card dl-stack">
              <p>
                <strong>{finding.column}</strong>:{' '}
                {issue({ code: `screening.${finding.kind}`, message: finding.message })}{' '}
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
              {isAnswerable(finding.kind) ? (
                <TextField
                  label={t('upload.falseAlarm', { column: finding.column })}
                  hint={t('upload.falseAlarmHint')}
                  maxLength={LONGEST_REASON}
                  value={reason}
                  error={identifiersIn(reason).length > 0 ? t('upload.reasonIdentifies') : undefined}
                  onChange={({ target }) => onChange({ ...reasons, [key]: target.value })}
                />
              ) : (
                <p>
                  {t('upload.findingProven')}
                  {finding.kind === 'bsn' && mayBecomeKey && ` ${t('upload.findingBecomesKey')}`}
                </p>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
