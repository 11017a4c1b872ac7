/**
 * Something that is wrong with a region folder. An error stops the import; a warning is for a person to judge (a lake is a hole too).
 * These are public reference data, so names and codes of areas may be said.
 */
export interface RegionFault {
  severity: 'error' | 'warning';
  file: string;
  /** Code or name of the area, number of the feature, or line of the table. */
  feature: string;
  code:
    | 'file.missing'
    | 'file.malformed'
    | 'code.missing'
    | 'code.duplicate'
    | 'parent.unknown'
    | 'parent.missing'
    | 'geometry.missing'
    | 'geometry.kind'
    | 'geometry.ring'
    | 'coordinates.wrong-system'
    | 'geometry.overlap'
    | 'geometry.hole'
    | 'figure.malformed'
    | 'area.unknown'
    | 'table.malformed';
  message: string;
}

export const error = (file: string, feature: string, code: RegionFault['code'], message: string): RegionFault => ({
  severity: 'error',
  file,
  feature,
  code,
  message,
});

export const warning = (file: string, feature: string, code: RegionFault['code'], message: string): RegionFault => ({
  severity: 'warning',
  file,
  feature,
  code,
  message,
});
