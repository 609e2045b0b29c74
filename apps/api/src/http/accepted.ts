/** Which form of an answer a client asks for (RFC 9110, section 12.5.1). */

/**
 * The first of our media types that the header names with the highest quality; undefined where it names none. A range such as
 * `application/*` names none: the default form serves it.
 */
export function acceptedType<T extends string>(accept: string | undefined, types: readonly T[]): T | undefined {
  const asked = (accept ?? '').split(',').map((part) => {
    const [type = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
    const quality = parameters.find((text) => text.startsWith('q='))?.slice(2);
    return { type: types.find((ours) => ours === type), quality: Number(quality ?? 1) };
  });
  return asked
    .filter(({ type, quality }) => type !== undefined && quality > 0)
    .toSorted((a, b) => b.quality - a.quality)[0]?.type;
}
