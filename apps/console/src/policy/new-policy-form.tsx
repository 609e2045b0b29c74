/** For commanders: a policy that they propose to the other side, or one for incidents of their side alone. */
import { Button } from '@mantine/core';
import { latestVersionFor } from '#domain/policy/policy-state.js';
import type { ReleaseClass } from '#domain/kernel/side.js';
import { useTranslation } from '../language/use-translation.js';
import { useExercise } from '../live/use-exercise.js';
import layout from '../parts/case-desk.module.css';
import type { Action } from '../parts/use-action.js';
import { PolicyEditor } from './policy-editor.js';
import type { PolicyAct } from './send-policy.js';
import { usePolicy } from './use-policy.js';
import type { PolicyForm } from './use-policy-place.js';

interface Props {
  readonly form: PolicyForm;
  readonly of: ReleaseClass;
  readonly action: Action<PolicyAct>;
  /** @param proposal its id, if the answer names one */
  readonly onSent: (proposal: string | undefined) => void;
  readonly onCancel: () => void;
}

export function NewPolicyForm({ form, of, action, onSent, onCancel }: Props) {
  const { t } = useTranslation('policy');
  const { data: policy } = usePolicy(of);
  const nextVersion = useExercise((fold) => latestVersionFor(fold.state, of) + 1);
  if (policy === undefined) return <p className="mute">{t('frame:loading')}</p>;
  return (
    <section className={layout['item']} aria-labelledby="new-policy" data-testid="policy-form">
      <header className={layout['rowLine']}>
        <h2 id="new-policy" className={layout['sectionHead']}>
          {t(form === 'own' ? 'changeOwn' : 'propose')}
        </h2>
        <span className="grow" />
        <Button size="compact-sm" onClick={onCancel} rightSection={<kbd aria-hidden>Esc</kbd>}>
          {t('frame:cancel')}
        </Button>
      </header>
      <PolicyEditor
        policy={policy}
        nextVersion={nextVersion}
        purpose={form}
        isReasonNeeded={form === 'proposed'}
        action={action}
        onSent={(answer) => onSent(proposalIn(answer))}
      />
    </section>
  );
}

function proposalIn(answer: unknown): string | undefined {
  const { events = [] } = answer as { readonly events?: readonly { readonly type: string; readonly data: unknown }[] };
  const event = events.find(({ type }) => type === 'PolicyProposed');
  return (event?.data as { readonly proposal?: string } | undefined)?.proposal;
}
