import { useWords } from '../../app/i18n/use-words.js';
import type { FoundingOptionsQuery } from '../../gql/operations.js';

type Template = FoundingOptionsQuery['foundingOptions']['templates'][number];

/** What a template suggests beside its words: who usually takes part, what deserves care, what earlier labs learned. */
export function TemplateNotes({ template }: { template: Template }) {
  const { t, language } = useWords();
  const said = (words: { nl: string; en: string }) => (language === 'en' ? words.en : words.nl);
  const lists = [
    {
      title: t('labs.usual'),
      texts: template.partners.map(({ type, brings }) => `${t(`organisationType.${type}`)}: ${said(brings)}`),
    },
    { title: t('labs.attention'), texts: template.attention.map(said) },
    { title: t('labs.lessons'), texts: template.lessons.map(({ text }) => text) },
  ];
  return (
    <>
      {lists
        .filter(({ texts }) => texts.length > 0)
        .map(({ title, texts }) => (
          <section key={title}>
            <h2 className="utrecht-heading-4">{title}</h2>
            <ul className="dl-consequences">
              {texts.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </section>
        ))}
    </>
  );
}
