/** The units along the foot of the incidents. */
export function UnitsBar() {
  return null;
}
