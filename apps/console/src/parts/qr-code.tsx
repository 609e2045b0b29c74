/** A QR code as one path of an image, black on white in both colour schemes, since readers want it so. The library is loaded when one is shown. */
import { useEffect, useState } from 'react';
import styles from './invite.module.css';

interface Drawing {
  readonly size: number;
  readonly path: string;
}

/** Modules of white around the code that the standard asks for. */
const QUIET = 4;

async function drawingOf(text: string): Promise<Drawing> {
  const { encode } = await import('uqr');
  const { data, size } = encode(text, { ecc: 'M', border: QUIET });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, path: dark.join('') };
}

export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const [drawing, setDrawing] = useState<Drawing>();
  useEffect(() => {
    let isCurrent = true;
    void drawingOf(text).then((next) => isCurrent && setDrawing(next));
    return () => {
      isCurrent = false;
    };
  }, [text]);
  return (
    <div className={styles['qr']}>
      {drawing !== undefined && (
        <svg viewBox={`0 0 ${drawing.size} ${drawing.size}`} role="img" aria-label={label} shapeRendering="crispEdges">
          <path d={drawing.path} />
        </svg>
      )}
    </div>
  );
}
