/** Names of the register by their ids, and the severity before a text. */
import type { Severity as SeverityValue } from '#domain/alert/alert.js';
import { useExerciseStore } from '../live/use-exercise.js';
import { SeverityMark } from '../parts/severity-mark.js';
import { useText } from '../parts/use-text.js';

export function UnitName({ id }: { readonly id: string }) {
  const text = useText();
  const { scenario } = useExerciseStore().fold.state;
  return <bdi>{text(scenario.units.find((unit) => unit.id === id)?.name) || id}</bdi>;
}

export function SiteName({ id }: { readonly id: string }) {
  const text = useText();
  const { scenario } = useExerciseStore().fold.state;
  return <bdi>{text(scenario.sites.find((site) => site.id === id)?.name) || id}</bdi>;
}

export function Severity({ of }: { readonly of: SeverityValue }) {
  return (
    <span style={{ marginInlineEnd: 5 }}>
      <SeverityMark severity={of} />
    </span>
  );
}
