import type {
  LabDetailsFragment,
  LabsQuery,
  LoadDetailsFragment,
  MapSheetQuery,
  MeQuery,
  NearestDetailsFragment,
  PictureQuery,
  RhythmQuery,
  SquaresQuery,
  TrendQuery,
} from './operations.js';

/** The nouns of the screens, as the queries give them. */
export type Me = MeQuery['me'];
export type Lab = LabDetailsFragment;
export type LabStep = Lab['steps'][number];
export type LabDataset = Lab['datasets'][number];
export type LabSummary = LabsQuery['labs'][number];
export type Load = LoadDetailsFragment;
export type Picture = NonNullable<PictureQuery['lab']['picture']>;
export type PictureSource = Picture['sources'][number];
export type MapSheet = MapSheetQuery['mapSheet'];
export type AreaCell = MapSheet['areas'][number];
export type NearestAnswer = NearestDetailsFragment;
export type Comparison = NonNullable<NearestAnswer['compared']>;
export type Rhythm = RhythmQuery['rhythm'];
export type SquareSheet = SquaresQuery['squares'];
export type Trend = TrendQuery['trend'];
export type TrendPoint = Trend['points'][number];
