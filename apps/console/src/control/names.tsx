/** Names of the register by their ids. */
import { useExerciseStore } from '../live/use-exercise.js';
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
