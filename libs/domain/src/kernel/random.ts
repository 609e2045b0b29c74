/**
 * Random draws that hang on who draws and for what, never on how many came before: (exercise seed, entity, purpose)
 * seeds a generator of its own, so that one entity's draws never shift another's.
 */
export type Random = () => number;

const FNV_PRIME = 0x01000193;
const BETWEEN = '\u0000';

/** Uniform draws in [0, 1), 32 bits each (the small fast counting generator "sfc32", seeded through FNV-1a). */
export function randomFor(seed: string, entity: string, purpose: string): Random {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  let c = 0x85ebca6b;
  // Part by part: to write them as one text costs more than to hash it.
  for (const part of [seed, BETWEEN, entity, BETWEEN, purpose]) {
    for (let i = 0; i < part.length; i++) {
      const code = part.charCodeAt(i);
      a = Math.imul(a ^ code, FNV_PRIME);
      b = Math.imul(b ^ code, FNV_PRIME);
      c = Math.imul(c ^ code, FNV_PRIME);
    }
  }
  a |= 0;
  b |= 0;
  c |= 0;
  let counter = 1;
  const draw: Random = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return (sum >>> 0) / 4294967296;
  };
  // The first numbers after seeding still resemble the seed.
  for (let i = 0; i < 12; i++) draw();
  return draw;
}
