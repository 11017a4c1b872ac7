import type { RefObject } from 'react';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';

interface PanelHeadProps {
  heading: RefObject<HTMLHeadingElement | null>;
  title: string;
  /** What it lies in, in words; nothing where that is not known. */
  within: string | undefined;
  closeLabel: string;
  onClose: () => void;
}

/** The name of what is chosen on the map, and the way out. The panel around it is labelled by `area-name`. */
export function PanelHead({ heading, title, within, closeLabel, onClose }: PanelHeadProps) {
  return (
    <div className="dl-area__head">
      <div>
        <h2 ref={heading} id="area-name" className="utrecht-heading-2">
          {title}
        </h2>
        {within !== undefined && <p className="dl-quiet">{within}</p>}
      </div>
      <Button look="subtle" className="dl-no-print" aria-label={closeLabel} onClick={onClose}>
        <Icon name="cross" />
      </Button>
    </div>
  );
}
