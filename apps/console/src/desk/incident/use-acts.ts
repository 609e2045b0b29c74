/** What this viewer can do to an incident now, and of everything else why it cannot be done. */
import { useCallback, useMemo } from 'react';
import { useTranslation } from '../../language/use-translation.js';
import { problemText } from '#contracts/language/words.js';
import type { PossibleAct } from '#domain/engine/explain-incident.js';
import type { IncidentView } from '#domain/engine/read-models.js';
import type { CommandData, CommandType } from '#domain/kernel/command.js';
import type { Actor } from '#domain/kernel/event.js';
import { isOpen as isUnanswered } from '#domain/notification/notification.js';
import { mayGive } from '#domain/release/permissions.js';
import { useSay } from '../../language/say.js';
import { useIsLive } from '../../app/connection-state.js';
import { useExercise, useExerciseStore } from '../../live/use-exercise.js';
import { useViewer } from '../../session/use-session.js';
import { ACT_KINDS, type ActKind } from './send-act.js';
import type { Explained } from './use-explanation.js';
import { useRules } from './use-rules.js';

export interface Possible {
  readonly acts: readonly PossibleAct[];
  /** In words; absent: it can be done. */
  readonly whyNot: string | undefined;
}

const COMMANDS: Readonly<Record<ActKind, CommandType>> = {
  acknowledge: 'AcknowledgeNotification',
  decline: 'DeclineNotification',
  escalate: 'EscalateIncident',
  note: 'NoteIncident',
  progress: 'ReportProgress',
  ask: 'AskUnit',
  restart: 'RestartChain',
  resolve: 'ResolveIncident',
  close: 'CloseIncident',
  override: 'OverrideAcknowledgement',
};

/** The kinds of acts that the viewer's role has at all. */
export function useActKinds(): readonly ActKind[] {
  const { role } = useViewer();
  return ACT_KINDS.filter((kind) => mayGive(role, COMMANDS[kind]));
}

export function useActs(incident: IncidentView, { explanation, isFailing }: Explained): (kind: ActKind) => Possible {
  const { t } = useTranslation('desk');
  const say = useSay();
  const isLive = useIsLive();
  const viewer = useViewer();
  const store = useExerciseStore();
  const rules = useRules();
  const status = useExercise((fold) => fold.state.status);
  const whyRefused = useCallback(
    (kind: ActKind): string => {
      const trial = trialOf(store.fold.state, kind, incident, viewer);
      if (trial === undefined) return t(`act.nothing.${kind}`);
      const actor = {
        kind: 'account',
        id: viewer.account,
        role: viewer.role,
        side: viewer.side,
        units: viewer.units,
      } as Actor;
      const code = rules?.refusalCode(store.fold.state, actor, COMMANDS[kind], trial, store.clock.now());
      if (code === undefined) return t(`act.nothing.${kind}`);
      return problemText(say, code) ?? t('act.refusedBy', { code });
    },
    [store, incident, viewer, rules, t, say],
  );
  return useMemo(() => {
    const possible = explanation?.possible ?? [];
    return (kind: ActKind): Possible => {
      const acts = possible.filter((act) => act.command === COMMANDS[kind] && isMine(act, viewer.units));
      const whyNot = !isLive
        ? t('act.offline')
        : status === 'planned' || status === 'ended'
          ? t(`act.${status}`)
          : explanation === undefined
            ? t(isFailing ? 'act.failing' : 'act.reading')
            : kind !== 'note' && acts.length === 0
              ? whyRefused(kind)
              : undefined;
      return { acts, whyNot };
    };
  }, [explanation, isFailing, viewer, isLive, status, t, whyRefused]);
}

/** Who answers for units of their own answers for these only. */
function isMine({ command, unit }: PossibleAct, units: readonly string[] | undefined): boolean {
  if (units === undefined || unit === undefined || command === 'AskUnit') return true;
  return units.includes(unit);
}

/** The act that comes nearest to being possible, on which the rules can say why it is not. */
function trialOf(
  state: ReturnType<typeof useExerciseStore>['fold']['state'],
  kind: ActKind,
  { id: incident, chains, acknowledgedBy }: IncidentView,
  { side, units }: ReturnType<typeof useViewer>,
): CommandData[CommandType] | undefined {
  const asked = (state.incidents[incident]?.asked ?? []).flatMap((one) => state.notifications[one] ?? []);
  const ours = asked.filter(
    (one) => (side === undefined || one.side === side) && (units === undefined || units.includes(one.unit)),
  );
  const nearest = ours.find(isUnanswered) ?? ours.at(-1);
  const chain = chains[0]?.chain;
  switch (kind) {
    case 'acknowledge':
      return nearest && { notification: nearest.id };
    case 'decline':
      return nearest && { notification: nearest.id, reason: 'x' };
    case 'progress':
      return nearest && { incident, unit: nearest.unit, progress: 'enRoute' };
    case 'ask':
      return nearest && { incident, unit: nearest.unit, action: nearest.action, reason: 'x' };
    case 'restart':
      return chain && { incident, chain };
    case 'override':
      return { incident, side: acknowledgedBy.PAK === undefined ? 'PAK' : 'CHN', reason: 'x' };
    case 'note':
      return { incident, text: 'x' };
    default:
      return { incident, reason: 'x' };
  }
}
