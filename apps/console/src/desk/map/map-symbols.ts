/** Images of the map: symbols of APP-6, and labels in scripts that the map cannot join as a browser does. */
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

const LINE_PX = 26;
const MARK_PX = 16;

export interface Label {
  readonly name: string;
  /** Below the name, in a colour of its own. */
  readonly mark: string;
  readonly colour: string;
  readonly markColour: string;
  readonly halo: string;
  readonly fonts: readonly string[];
}

/** A label drawn by the browser: Nastaliq leans and joins, which the map does letter by letter. */
export function labelImage({ name, mark, colour, markColour, halo, fonts }: Label): SymbolImage | undefined {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (context === null) return undefined;
  const family = fonts.map((font) => `"${font}"`).join(', ');
  context.font = `12px ${family}`;
  const width = Math.ceil(Math.max(context.measureText(name).width, context.measureText(mark).width)) + 8;
  canvas.width = width * RATIO;
  canvas.height = (LINE_PX + MARK_PX) * RATIO;
  context.scale(RATIO, RATIO);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 3;
  context.strokeStyle = halo;
  // Setting the size of the canvas has reset the font.
  context.font = `12px ${family}`;
  const draw = (text: string, y: number, direction: CanvasDirection, fill: string) => {
    context.direction = direction;
    context.fillStyle = fill;
    context.strokeText(text, width / 2, y);
    context.fillText(text, width / 2, y);
  };
  draw(name, LINE_PX / 2, 'rtl', colour);
  draw(mark, LINE_PX + MARK_PX / 2 - 2, 'ltr', markColour);
  return { image: context.getImageData(0, 0, canvas.width, canvas.height), pixelRatio: RATIO };
}
