/** Colours of the terminal: an addition only, never the one sign of anything. */

export type Colour = 'plain' | 'dim' | 'bold' | 'good' | 'warn' | 'bad' | 'pak' | 'chn';

export type Paint = (colour: Colour, text: string) => string;

/** Parameters of SGR (ECMA-48, 8.3.117). */
const STYLES: Record<Exclude<Colour, 'plain'>, string> = {
  dim: '2',
  bold: '1',
  good: '32',
  warn: '33',
  bad: '1;31',
  pak: '32',
  chn: '35',
};

/** Colours for a terminal, plain text for everything else and where `NO_COLOR` is set (https://no-color.org). */
export function paintFor(
  stream: { readonly isTTY?: boolean },
  env: Readonly<Record<string, string | undefined>> = process.env,
): Paint {
  const coloured = stream.isTTY === true && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
  return (colour, text) =>
    coloured && colour !== 'plain' && text !== '' ? `\u001b[${STYLES[colour]}m${text}\u001b[0m` : text;
}

/** A piece of a line in one colour. */
export type Piece = string | { readonly colour: Colour; readonly text: string };

export function piece(colour: Colour, text: string): Piece {
  return { colour, text };
}
