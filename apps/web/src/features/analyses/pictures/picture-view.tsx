import type { RunPicture } from '@datalab/domain';
import { CoefficientsPicture } from './coefficients.js';
import { LorenzPicture } from './lorenz.js';

/** The picture of a run, by its kind; kinds without one of their own are read from the tables below. Each picture says all that it shows in the tables as well. */
export function PictureView({ picture }: { picture: RunPicture }) {
  switch (picture.kind) {
    case 'lorenz':
      return <LorenzPicture picture={picture} />;
    case 'coefficients':
      return <CoefficientsPicture picture={picture} />;
    default:
      return null;
  }
}
