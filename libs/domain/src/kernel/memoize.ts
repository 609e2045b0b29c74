/**
 * Values made of ids again and again, kept: to make a text and to look something up by it costs more than to find it
 * here. Once there are `limit` of them they are forgotten, so that a long exercise does not hold what it needs no more.
 */
export function keptBy<K, V>(limit: number, make: (id: K) => V): (id: K) => V {
  const kept = new Map<K, V>();
  return (id) => {
    let value = kept.get(id);
    if (value === undefined) {
      value = make(id);
      if (kept.size === limit) kept.clear();
      kept.set(id, value);
    }
    return value;
  };
}
