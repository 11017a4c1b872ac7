import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.js';

type Tone = 'info' | 'ok' | 'warning' | 'error';
const ICONS: Record<Tone, IconName> = { info: 'info', ok: 'check', warning: 'warning', error: 'cross' };

interface AlertProps {
  tone: Tone;
  title?: string;
  children?: ReactNode;
  /** `alert` interrupts a screen reader, `status` waits for a pause; none for what is simply part of the page. */
  role?: 'alert' | 'status';
}

export function Alert({ tone, title, children, role }: AlertProps) {
  return (
    <div className={`utrecht-alert utrecht-alert--${tone} dl-alert`} role={role}>
      <div className="utrecht-alert__icon dl-alert__icon">
        <Icon name={ICONS[tone]} />
      </div>
      <div className="utrecht-alert__content dl-alert__content">
        {title !== undefined && <p className="dl-alert__title">{title}</p>}
        {children}
      </div>
    </div>
  );
}
