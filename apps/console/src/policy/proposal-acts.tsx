/** Approve, reject or withdraw a proposal. What the rules reject for this person is said in words, in the place of a dead button. */
import { Button, Textarea } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { KnownProposal } from '#domain/policy/known-policy.js';
import { otherThan } from '#domain/releasing/releasing-state.js';
import { keysText } from '../app/keys-text.js';
import { type Shortcut, useShortcuts } from '../app/shortcuts.js';
import { MOST_REASON } from '../parts/limits.js';
import { useTranslation } from '../language/use-translation.js';
import { useExerciseStore } from '../live/use-exercise.js';
import layout from '../parts/case-desk.module.css';
import { FormFrame } from '../parts/form-frame.js';
import { useAction } from '../parts/use-action.js';
import { useDraft } from '../parts/use-draft.js';
import { PolicyOutcome } from './policy-outcome.js';
import { sendPolicy, type PolicyAct } from './send-policy.js';
import { usePossibleAnswers, type ProposalAct } from './use-possible-answers.js';

const KEYS: Readonly<Record<ProposalAct, string>> = { approve: 'a', reject: 'd', withdraw: 'w' };

export function ProposalActs({ of }: { readonly of: KnownProposal }) {
  const { t } = useTranslation('policy');
  const { exercise } = useExerciseStore();
  const possible = usePossibleAnswers(of);
  const [form, open] = useState<ProposalAct>();
  const action = useAction((act: PolicyAct, key) => sendPolicy(exercise.id, act, key));
  const ready = possible.filter(({ whyNot }) => whyNot === undefined).map(({ act }) => act);
  const shown = ready.find((act) => act === form);
  useShortcuts(
    useMemo(
      (): Shortcut[] =>
        possible
          .filter(({ whyNot }) => whyNot === undefined)
          .map(({ act }) => ({ keys: KEYS[act], label: t(`act.${act}`), run: () => open(act) })),
      [possible, t],
    ),
  );
  const refused = possible.filter(({ whyNot }) => whyNot !== undefined);
  return (
    <div className={layout['acts']}>
      {ready.length > 0 && (
        <div className={layout['buttons']} role="toolbar" aria-label={t('acts')}>
          {ready.map((act) => (
            <Button
              key={act}
              variant={act === 'approve' ? 'filled' : 'default'}
              aria-expanded={act === shown}
              onClick={() => {
                action.reset();
                open((before) => (before === act ? undefined : act));
              }}
              rightSection={<kbd aria-hidden>{keysText(KEYS[act])}</kbd>}
            >
              {t(`act.${act}`)}
            </Button>
          ))}
        </div>
      )}
      {refused.map(({ act, whyNot }) => (
        <p key={act} className={layout['whyNot']} data-testid="why-not">
          <b>{t(`act.${act}`)}</b> · {whyNot}
        </p>
      ))}
      {of.status === 'waiting' && possible.length === 0 && (
        <p className="mute" data-testid="why-not">
          {t('answers', { side: otherThan(of.side) })}
        </p>
      )}
      {shown !== undefined && (
        <AnswerForm
          key={shown}
          act={shown}
          proposal={of.id}
          isBusy={action.isPending}
          onCancel={() => open(undefined)}
          onSend={(act, forget) =>
            action.mutate(act, {
              onSuccess: () => {
                forget();
                open(undefined);
              },
            })
          }
        />
      )}
      <PolicyOutcome action={action} />
    </div>
  );
}

interface FormProps {
  readonly act: ProposalAct;
  readonly proposal: string;
  readonly isBusy: boolean;
  readonly onCancel: () => void;
  /** @param forget clears what was written, once it was sent */
  readonly onSend: (act: PolicyAct, forget: () => void) => void;
}

function AnswerForm({ act, proposal, isBusy, onCancel, onSend }: FormProps) {
  const { t } = useTranslation('policy');
  const { exercise } = useExerciseStore();
  const [reason, setReason, forget] = useDraft(`policy:${exercise.id}:${proposal}:${act}`);
  const said = reason.trim();
  const filled = actOf(act, proposal, said);
  return (
    <FormFrame
      title={t(`act.${act}`)}
      submit={t(`act.${act}`)}
      onSubmit={filled && (() => onSend(filled, forget))}
      isBusy={isBusy}
      onCancel={onCancel}
    >
      <p>{t(`means.${act}`)}</p>
      <Textarea
        label={t(act === 'reject' ? 'reason.needed' : 'reason.optional')}
        required={act === 'reject'}
        dir="auto"
        maxLength={MOST_REASON}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </FormFrame>
  );
}

/** Undefined: the reason is missing yet. */
function actOf(act: ProposalAct, proposal: string, reason: string): PolicyAct | undefined {
  if (act === 'reject') return reason === '' ? undefined : { do: act, proposal, reason };
  return { do: act, proposal, ...(reason !== '' && { reason }) };
}
