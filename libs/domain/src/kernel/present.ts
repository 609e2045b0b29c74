/** A look-up that must succeed: an event or a timer names only what is there. @throws Error when the state is broken */
export function present<T>(value: T | undefined, what: string, id: string | number): T {
  if (value === undefined) throw new Error(`the state holds no ${what} "${id}"`);
  return value;
}
