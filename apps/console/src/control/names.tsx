/** Names of the register by their ids, and the severity before a text. */
import type { Severity as SeverityValue } from '#domain/alert/alert.js';
import { useMemo } from 'react';
import { headlinesOf } from '#domain/alert/headline.js';
import type { LocalizedText } from '#domain/kernel/localized-text.js';
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

/** An incident bears its headline in English; the script has it in all languages of its author. */
export function useHeadline(): (headline: string) => string {
  const text = useText();
  const { state } = useExerciseStore().fold;
  const { improvised } = state.script;
  const known = useMemo(() => {
    const headlines = new Map<string, LocalizedText>();
    for (const inject of [...(state.scenario.injects ?? []), ...Object.values(improvised ?? {})]) {
      if (inject.kind !== 'alert') continue;
      const all = headlinesOf(inject.messages[0].alert);
      if (all['en'] !== undefined) headlines.set(all['en'], all);
    }
    return headlines;
  }, [state.scenario, improvised]);
  return (headline) => text(known.get(headline)) || headline;
}
