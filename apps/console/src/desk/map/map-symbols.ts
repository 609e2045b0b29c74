/** Symbols of APP-6 as images of the map. */
import ms from 'milsymbol';

/** Twice the size on the screen, so that they are sharp on dense screens, too. */
const RATIO = 2;
const SIZE_PX = 17;

export interface SymbolImage {
  readonly image: ImageData;
  readonly pixelRatio: number;
}

/** @returns the symbol with its frame in the middle of the image, whatever stands beside the frame */
export function symbolImage(code: string): SymbolImage | undefined {
  const symbol = new ms.Symbol(code, { size: SIZE_PX * RATIO, outlineWidth: 2, outlineColor: 'rgba(0,0,0,0.4)' });
  const drawn = symbol.asCanvas();
  const { x, y } = symbol.getAnchor();
  const width = 2 * Math.ceil(Math.max(x, drawn.width - x));
  const height = 2 * Math.ceil(Math.max(y, drawn.height - y));
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context === null) return undefined;
  context.drawImage(drawn, width / 2 - x, height / 2 - y);
  return { image: context.getImageData(0, 0, width, height), pixelRatio: RATIO };
}
