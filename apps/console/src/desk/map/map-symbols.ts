/** Symbols of APP-6 as images of the map. */
import ms from 'milsymbol';

/** Twice the size on the screen, so that they are sharp on dense screens, too. */
const RATIO = 2;
const SIZE_PX = 15;

export interface SymbolImage {
  readonly image: ImageData;
  readonly pixelRatio: number;
}

export function symbolImage(code: string): SymbolImage | undefined {
  const symbol = new ms.Symbol(code, { size: SIZE_PX * RATIO, outlineWidth: 2, outlineColor: 'rgba(0,0,0,0.4)' });
  const canvas = symbol.asCanvas();
  const context = canvas.getContext('2d');
  if (context === null) return undefined;
  return { image: context.getImageData(0, 0, canvas.width, canvas.height), pixelRatio: RATIO };
}
