import { useWords } from '../../app/i18n/use-words.js';
import { Icon } from '../../ui/icon.js';
import { TableScroll } from '../../ui/table-scroll.js';
import type { AgreementVersion } from './agreement-query.js';

/** Which organisation signed, and which is waited for. */
export function Parties({ version }: { version: AgreementVersion }) {
  const { t, moment } = useWords();
  if (version.state === 'draft') return null;
  const signed = version.parties.filter(({ signedAt }) => signedAt !== null).length;
  return (
    <section>
      <h3 className="utrecht-heading-3">{t('agreement.signatures', { signed, all: version.parties.length })}</h3>
      <TableScroll label={t('agreement.signaturesTable')}>
        <table className="dl-table">
          <thead>
            <tr>
              <th scope="col">{t('agreement.organisation')}</th>
              <th scope="col">{t('agreement.wantsIt')}</th>
              <th scope="col">{t('agreement.signedOn')}</th>
            </tr>
          </thead>
          <tbody>
            {version.parties.map(({ organisationId, name, supportedAt, signedAt, signedBy }) => (
              <tr key={organisationId}>
                <th scope="row">{name}</th>
                <td>{supportedAt === null ? '–' : moment(supportedAt)}</td>
                <td>
                  <Icon name={signedAt === null ? 'circle' : 'check'} />{' '}
                  {signedAt === null ? t('agreement.waitsForOfficer') : moment(signedAt)}
                  {signedBy !== null && ` (${signedBy})`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}
