import type { AnchorHTMLAttributes, ButtonHTMLAttributes } from 'react';

type Look = 'primary' | 'secondary' | 'subtle' | 'danger' | 'on-dark';

const CLASSES: Record<Look, string> = {
  primary: 'utrecht-button utrecht-button--primary-action',
  secondary: 'utrecht-button utrecht-button--secondary-action',
  subtle: 'utrecht-button utrecht-button--subtle',
  danger: 'utrecht-button dl-button--danger',
  'on-dark': 'dl-button--on-dark',
};

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: Look;
  /** Work in progress: the button stays focusable (a disabled one would lose the focus) but does nothing. */
  isBusy?: boolean;
}

export function Button({ look = 'secondary', isBusy = false, onClick, className, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={[CLASSES[look], isBusy ? 'utrecht-button--busy' : '', className ?? ''].join(' ').trim()}
      aria-disabled={isBusy || undefined}
      onClick={isBusy ? (event) => event.preventDefault() : onClick}
    />
  );
}

interface LinkButtonProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  look?: Look;
}

/** A link to another page or another site that is the main thing to do here. */
export function LinkButton({ look = 'secondary', className, ...rest }: LinkButtonProps) {
  return <a {...rest} className={`${CLASSES[look]} dl-link-button ${className ?? ''}`.trim()} />;
}

export const linkButtonClass = (look: Look): string => `${CLASSES[look]} dl-link-button`;
