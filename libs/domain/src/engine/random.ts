/**
 * Random draws that hang on who draws and for what, never on how many came before: (exercise seed, entity, purpose)
 * seeds a generator of its own, so that one entity's draws never shift another's.
 */
export type Random = () => number;

/** Uniform draws in [0, 1), 32 bits each (the small fast counting generator "sfc32", seeded through FNV-1a). */
export function randomFor(seed: string, entity: string, purpose: string): Random {
  const key = `${seed}\u0000${entity}\u0000${purpose}`;
  let a = fnv1a(key, 0x811c9dc5);
  let b = fnv1a(key, 0x9e3779b9);
  let c = fnv1a(key, 0x85ebca6b);
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

function fnv1a(text: string, offset: number): number {
  let hash = offset;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash | 0;
}
