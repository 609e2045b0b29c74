/** The right column: map and feed. */
export interface SideColumnProps {
  /** On a narrow page, the one part that is shown; absent: both. */
  readonly only?: 'map' | 'feed' | undefined;
}

export function SideColumn(_props: SideColumnProps) {
  return null;
}
