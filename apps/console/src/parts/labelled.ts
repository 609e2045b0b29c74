/** Things whose labels can be changed, as the viewer's state has them, and whether this person may. */
import { useCallback } from 'react';
import type { State } from '#domain/engine/state.js';
import type { AlertId, MessageId } from '#domain/kernel/ids.js';
import type { LabelledKind } from '#domain/kernel/labelled-thing.js';
import type { ReleaseClass, Side } from '#domain/kernel/side.js';
import { sideAt } from '#domain/message/address.js';
import { defaultTlp, markingFrom, type Marking } from '#domain/release/label.js';
import { mayGive } from '#domain/release/permissions.js';
import type { ExerciseFold } from '../live/exercise-fold.js';
import { useExercise } from '../live/use-exercise.js';
import { useViewer } from '../session/use-session.js';

export interface ThingRef {
  readonly of: LabelledKind;
  readonly id: string;
}

export interface LabelledView extends ThingRef {
  readonly class: ReleaseClass;
  /** The side whose it is; absent: exercise control's. */
  readonly owner?: Side | undefined;
  readonly marking: Marking;
}

/** Undefined: there is none, none that the viewer may read, or it is over. */
function labelledIn(state: State, { of, id }: ThingRef): LabelledView | undefined {
  switch (of) {
    case 'alert': {
      const entry = state.alerts[id as AlertId];
      const releaseClass = entry && state.incidents[entry.incident]?.class;
      if (!entry?.active || releaseClass === undefined) return undefined;
      return viewOf({ of, id }, releaseClass, entry.owner, entry.marking);
    }
    case 'message': {
      const message = state.messages?.byId[id as MessageId];
      return message && viewOf({ of, id }, message.class, sideAt(state, message.from), message.marking);
    }
    case 'note':
    case 'decision':
    case 'observation': {
      const found = state.written?.[id];
      return found && viewOf({ of, id }, found.readers, found.owner, found.marking);
    }
    default:
      return of satisfies never;
  }
}

function viewOf(
  { of, id }: ThingRef,
  releaseClass: ReleaseClass,
  owner: Side | undefined,
  marking: string | undefined,
): LabelledView {
  return {
    of,
    id,
    class: releaseClass,
    owner: releaseClass === 'JOINT' ? owner : releaseClass,
    marking: marking === undefined ? { tlp: defaultTlp(releaseClass) } : markingFrom(marking),
  };
}

/** Whether a person of this role and side may change the label. */
function mayRelabel({ role, side }: Pick<ReturnType<typeof useViewer>, 'role' | 'side'>, thing: LabelledView) {
  return mayGive(role, 'ChangeLabel') && (role === 'controller' || (side !== undefined && thing.owner === side));
}

/** The thing, if this person may change its label; else undefined. */
export function useRelabelled({ of, id }: ThingRef): LabelledView | undefined {
  const viewer = useViewer();
  const { role, side } = viewer;
  const text = useExercise(
    useCallback(
      ({ state }: ExerciseFold) => {
        const found = state.status === 'ended' ? undefined : labelledIn(state, { of, id });
        return found && mayRelabel({ role, side }, found) ? JSON.stringify(found) : undefined;
      },
      [of, id, role, side],
    ),
  );
  return text === undefined ? undefined : (JSON.parse(text) as LabelledView);
}
