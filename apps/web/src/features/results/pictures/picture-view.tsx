import type { RunPicture } from '@datalab/domain';
import { BackTestPicture } from './back-test.js';
import { BeforeAfterPicture } from './before-after.js';
import { CoefficientsPicture } from './coefficients.js';
import { ForecastPicture } from './forecast.js';
import { LorenzPicture } from './lorenz.js';
import { OverlapPicture } from './overlap.js';
import { RhythmPicture } from './rhythm.js';
import { ClustersPicture, MapPicture } from './run-map.js';
import { SeriesPicture } from './series.js';
import '../results.css';

/** The picture of a run, by its kind; one whose outcome is a table has none. Each picture says all that it shows in the tables as well. */
export function PictureView({ picture }: { picture: RunPicture }) {
  switch (picture.kind) {
    case 'map':
      return <MapPicture picture={picture} />;
    case 'lorenz':
      return <LorenzPicture picture={picture} />;
    case 'overlap':
      return <OverlapPicture picture={picture} />;
    case 'rhythm':
      return <RhythmPicture picture={picture} />;
    case 'coefficients':
      return <CoefficientsPicture picture={picture} />;
    case 'forecast':
      return <ForecastPicture picture={picture} />;
    case 'back-test':
      return <BackTestPicture picture={picture} />;
    case 'clusters':
      return <ClustersPicture picture={picture} />;
    case 'before-after':
      return <BeforeAfterPicture picture={picture} />;
    case 'series':
      return <SeriesPicture picture={picture} />;
    case 'table':
      return null;
  }
}
