/** Made by `land-plugin.ts`. */
declare module 'virtual:land' {
  const land: {
    readonly land: GeoJSON.MultiPolygon;
    readonly lakes: GeoJSON.MultiPolygon;
    readonly rivers: GeoJSON.MultiLineString;
    readonly boundaries: GeoJSON.MultiLineString;
  };
  export default land;
}
