/** What this viewer may do at the desk, by the permission table, and why the rules refuse the rest at the moment. */
import { useMemo } from 'react';
import { problemText } from '#contracts/language/words.js';
import type { CommandData } from '#domain/kernel/command.js';
import type { Actor } from '#domain/kernel/event.js';
import { mayGive } from '#domain/release/permissions.js';
import { useIsLive } from '../app/connection-state.js';
import { useRules } from '../desk/incident/use-rules.js';
import { useSay } from '../language/say.js';
import { useTranslation } from '../language/use-translation.js';
import { useExercise, useExerciseStore } from '../live/use-exercise.js';
import type { PossibleAct } from '../parts/case-acts.js';
import { useViewer } from '../session/use-session.js';
import type { DeskItem } from './desk-model.js';

export type ItemAct = 'approve' | 'tearLine' | 'decline' | 'withdraw';

/** The acts on a case or a request that the viewer's role has. Empty until the rules are loaded. */
export function usePossible(item: DeskItem): readonly PossibleAct<ItemAct>[] {
  const { t } = useTranslation('releases');
  const say = useSay();
  const isLive = useIsLive();
  const viewer = useViewer();
  const store = useExerciseStore();
  const rules = useRules();
  const status = useExercise((fold) => fold.state.status);
  return useMemo(() => {
    if (rules === undefined) return [];
    const { account: id, role, side, units } = viewer;
    const actor = { kind: 'account', id, role, side, units } as Actor;
    return actsOn(item, role).map((act) => {
      if (!isLive) return { act, whyNot: t('frame:act.offline') };
      const [type, trial] = trialOf(act, item.id);
      const code = rules.refusalCode(store.fold.state, actor, type, trial, store.clock.now());
      return { act, whyNot: code && (problemText(say, code) ?? t('frame:act.refusedBy', { code })) };
    });
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- whether the exercise runs decides, too
  }, [rules, viewer, item, isLive, status, store, say, t]);
}

/** What there is to do, whoever may do it: nothing that is over can be decided. */
function actsOn(item: DeskItem, role: ReturnType<typeof useViewer>['role']): readonly ItemAct[] {
  if (item.kind === 'prompt') return [];
  const acts: ItemAct[] = [];
  if (item.kind === 'request') {
    if (item.of.status === 'waiting') acts.push('withdraw');
  } else if (item.of.status === 'proposed') acts.push('approve', 'tearLine', 'decline', 'withdraw');
  else if (item.of.status === 'asked') acts.push('tearLine', 'decline');
  return acts.filter((act) => mayGive(role, act === 'withdraw' ? 'WithdrawRelease' : 'DecideRelease'));
}

type Trial =
  | readonly ['WithdrawRelease', CommandData['WithdrawRelease']]
  | readonly ['DecideRelease', CommandData['DecideRelease']];

/** As a person would send it once the form is filled in. */
function trialOf(act: ItemAct, release: string): Trial {
  const reason = 'x';
  switch (act) {
    case 'withdraw':
      return ['WithdrawRelease', { release, reason }];
    case 'tearLine':
      return ['DecideRelease', { release, decision: 'tear-line', text: { en: 'x' }, reason }];
    default:
      return ['DecideRelease', { release, decision: act, reason }];
  }
}
