/** The units in one line, at the foot of the left column. */
export function UnitsBar() {
  return null;
}
