/** The policy: see it, change it, ask what it would do. */
export function PolicyPage() {
  return null;
}
