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
import type { ExerciseFold } from '../../live/exercise-fold.js';
import { useExercise, useExerciseStore } from '../../live/use-exercise.js';
import { useViewer } from '../../session/use-session.js';
import { otherSideThan } from './joint-standing.js';
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
  record: 'RecordDecision',
  progress: 'ReportProgress',
  ask: 'AskUnit',
  restart: 'RestartChain',
  resolve: 'ResolveIncident',
  close: 'CloseIncident',
  cancel: 'CancelIncident',
  withdraw: 'WithdrawDecision',
  override: 'OverrideAcknowledgement',
  assign: 'AssignIncident',
  handOver: 'HandOver',
  confirmHandover: 'ConfirmHandover',
  propose: 'ProposeCommander',
  confirmCommander: 'ConfirmCommander',
};

/** What `explain` does not try: the rules in the page are asked whether they would refuse it. */
const ASKED_HERE: ReadonlySet<ActKind> = new Set<ActKind>([
  'note',
  'record',
  'assign',
  'handOver',
  'confirmHandover',
  'propose',
  'confirmCommander',
]);

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
  // Who is in charge changes without the explanation.
  const inCharge = useExercise(
    useCallback(
      (fold: ExerciseFold) => {
        const { commander, proposedCommander, assigned, handovers } = fold.state.incidents[incident.id] ?? {};
        return [commander, proposedCommander, assigned, handovers];
      },
      [incident.id],
    ),
  );
  const refusalOf = useCallback(
    (kind: ActKind): string | undefined => {
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
      return code === undefined ? undefined : (problemText(say, code) ?? t('frame:act.refusedBy', { code }));
    },
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the state is the same object when it has changed
    [store, incident, viewer, rules, t, say, inCharge],
  );
  return useMemo(() => {
    const possible = explanation?.possible ?? [];
    return (kind: ActKind): Possible => {
      const acts = possible.filter((act) => act.command === COMMANDS[kind] && isMine(act, viewer.units));
      const whyNot = !isLive
        ? t('frame:act.offline')
        : status === 'planned' || status === 'ended'
          ? t(`act.${status}`)
          : explanation === undefined
            ? t(isFailing ? 'act.failing' : 'act.reading')
            : ASKED_HERE.has(kind)
              ? refusalOf(kind)
              : acts.length === 0
                ? (refusalOf(kind) ?? t(`act.nothing.${kind}`))
                : undefined;
      return { acts, whyNot };
    };
  }, [explanation, isFailing, viewer, isLive, status, t, refusalOf]);
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
    case 'record':
      return { incident, options: ['x'], decision: 'x', reason: 'x' };
    case 'assign':
    case 'propose':
      return { incident, account: 'x' };
    case 'confirmCommander': {
      const account = side && state.incidents[incident]?.proposedCommander?.[otherSideThan(side)];
      return account === undefined ? undefined : { incident, account };
    }
    case 'handOver':
      return { incident, to: 'x', briefing: 'x' };
    case 'withdraw':
    case 'confirmHandover':
      return { incident };
    default:
      return { incident, reason: 'x' };
  }
}
