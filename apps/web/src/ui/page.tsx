import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface PageProps {
  title: string;
  lead?: ReactNode;
  /** Beside the heading: what can be done with the page as a whole. */
  actions?: ReactNode;
  children?: ReactNode;
}

let isFirstPage = true;

/**
 * A screen with its one level-1 heading. It names the tab and takes the focus when it replaces another screen, so that a screen reader says
 * where one is; not on the first screen, where the browser itself says it.
 */
export function Page({ title, lead, actions, children }: PageProps) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – ${t('app.name')}`;
  }, [title, t]);
  useEffect(() => {
    if (!isFirstPage) heading.current?.focus();
    isFirstPage = false;
  }, []);
  return (
    <div className="dl-page">
      <div className="dl-page__head">
        <div>
          <h1 ref={heading} tabIndex={-1} className="utrecht-heading-1 dl-page__title">
            {title}
          </h1>
          {lead !== undefined && <p className="utrecht-paragraph utrecht-paragraph--lead dl-page__lead">{lead}</p>}
        </div>
        {actions !== undefined && <div className="dl-page__actions">{actions}</div>}
      </div>
      {children}
    </div>
  );
}
