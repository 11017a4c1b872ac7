import proj4 from 'proj4';

/** Rijksdriehoek (EPSG:28992) with the transformation that Kadaster publishes for use without the correction grid: within 0.25 m. */
const RD =
  '+proj=sterea +lat_0=52.15616055555555 +lon_0=5.38763888888889 +k=0.9999079 +x_0=155000 +y_0=463000 +ellps=bessel ' +
  '+towgs84=565.4171,50.3319,465.5524,-0.398957388243134,0.343987817378283,-1.87740163998045,4.0725 +units=m +no_defs';

const conversion = proj4(RD, 'EPSG:4326');

/** Coordinate systems that a file may be in. */
export type CoordinateSystem = 'EPSG:4326' | 'EPSG:28992';

/** RD metres to WGS84 degrees, `[longitude, latitude]`. */
export const rdToWgs84 = (x: number, y: number): [number, number] => conversion.forward([x, y]) as [number, number];

/** WGS84 degrees to RD metres, `[x, y]`. */
export const wgs84ToRd = (longitude: number, latitude: number): [number, number] =>
  conversion.inverse([longitude, latitude]) as [number, number];

/** The area in which RD is defined; outside it a cell of the Dutch grid means nothing. */
export const isInRd = (x: number, y: number): boolean => x >= 0 && x <= 300_000 && y >= 300_000 && y <= 650_000;
