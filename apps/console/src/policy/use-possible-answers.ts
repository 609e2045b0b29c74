/** What this viewer may do about a proposal, by the permission table, and why the rules reject the rest at the moment. */
import { useMemo } from 'react';
import { problemText } from '#contracts/language/words.js';
import type { Actor } from '#domain/kernel/event.js';
import type { KnownProposal } from '#domain/policy/known-policy.js';
import { mayGive } from '#domain/release/permissions.js';
import { useRules } from '../desk/incident/use-rules.js';
import { useSay } from '../language/say.js';
import { useTranslation } from '../language/use-translation.js';
import type { PossibleAct } from '../parts/case-acts.js';
import { useExerciseStore } from '../live/use-exercise.js';
import { useViewer } from '../session/use-session.js';
import { useBlocked } from './use-blocked.js';

const COMMANDS = { approve: 'ApprovePolicy', reject: 'RejectPolicy', withdraw: 'WithdrawPolicy' } as const;

export type ProposalAct = keyof typeof COMMANDS;

/** Empty until the rules are loaded, and for who has no part in it. */
export function usePossibleAnswers({
  id: proposal,
  side: owner,
  status,
}: KnownProposal): readonly PossibleAct<ProposalAct>[] {
  const { t } = useTranslation('policy');
  const say = useSay();
  const viewer = useViewer();
  const store = useExerciseStore();
  const rules = useRules();
  const blocked = useBlocked();
  return useMemo(() => {
    const { account: id, role, side, units } = viewer;
    if (rules === undefined || status !== 'waiting' || side === undefined) return [];
    const actor = { kind: 'account', id, role, side, units } as Actor;
    const acts: readonly ProposalAct[] = side === owner ? ['withdraw'] : ['approve', 'reject'];
    return acts
      .filter((act) => mayGive(role, COMMANDS[act]))
      .map((act) => {
        if (blocked !== undefined) return { act, whyNot: blocked };
        const trial = { proposal, reason: 'x' };
        const code = rules.refusalCode(store.fold.state, actor, COMMANDS[act], trial, store.clock.now());
        return { act, whyNot: code && (problemText(say, code) ?? t('frame:act.refusedBy', { code })) };
      });
  }, [rules, viewer, proposal, owner, status, blocked, store, say, t]);
}
