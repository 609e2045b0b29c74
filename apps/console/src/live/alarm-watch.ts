/**
 * Which sounds are due. It receives the open alarms after each change of the exercise, and returns the new ones; what
 * was there when the page opened stays silent. It plays nothing and reads no clock.
 */
import { SEVERITIES, type Severity } from '#domain/alert/alert.js';
import type { Side } from '#domain/kernel/side.js';
import type { MessageView } from '#domain/message/message-list.js';
import { mayGive } from '#domain/release/permissions.js';
import { isDecided } from '#domain/releasing/releasing-state.js';
import { proposalsFor, waitsFor } from './attention.js';
import type { ExerciseFold } from './exercise-fold.js';
import { attentionState, soundOf, STATE_LOOKS, type SoundKind } from './state-looks.js';
import { isUnread, type Viewer } from './unread.js';

export interface Alarm {
  /** The same as long as nothing new has happened. */
  readonly key: string;
  /** Id of the incident, the message, the release or the proposed policy. */
  readonly about: string;
  readonly kind: SoundKind;
  readonly severity: Severity;
  readonly isRepeated: boolean;
}

/** What asks for attention now. A further step of a chain is a new alarm. */
export function alarmsOf(fold: ExerciseFold, side: Side | undefined): readonly Alarm[] {
  const alarms: Alarm[] = [];
  for (const incident of fold.incidents.values()) {
    const state = attentionState(incident, side, waitsFor(fold, incident, { side }));
    const { sound, isRepeated } = STATE_LOOKS[state];
    if (sound === undefined) continue;
    const { id, severity, figures } = incident;
    const reopenedAt = fold.state.incidents[id]?.reopenedAt ?? '';
    const key = `${id} ${state} ${state === 'escalated' ? figures.escalations : reopenedAt}`;
    alarms.push({ key, about: id, kind: sound, severity, isRepeated });
  }
  return alarms;
}

/** Those that the viewer has yet to read, once each. A request is the graver: somebody waits for the answer. */
export function messageAlarms(
  state: ExerciseFold['state'],
  viewer: Viewer,
  messages: readonly MessageView[],
): readonly Alarm[] {
  return messages
    .filter((message) => isUnread(state, viewer, message))
    .map(({ id, kind }) => ({
      key: `message ${id}`,
      about: id,
      kind: 'message',
      severity: kind === 'request' ? 'Moderate' : 'Minor',
      isRepeated: false,
    }));
}

/**
 * The releases that wait for the viewer's decision, once each, and once more when something is proposed in answer to a request: those of
 * the own side, for its releasing authority, and once they are overdue for its commander. Not what the viewer has proposed, which
 * somebody else decides. A controller may decide about all of them, and is not waited for.
 */
export function releaseAlarms({ releasing }: ExerciseFold['state'], viewer: Viewer): readonly Alarm[] {
  const { account, role, side } = viewer;
  if (side === undefined || !mayGive(role, 'DecideRelease')) return [];
  return Object.values(releasing.cases)
    .filter((one) => one.owner === side && !isDecided(one) && one.proposal?.by !== account)
    .filter((one) => role !== 'commander' || one.overdue === true)
    .map(({ id, status }) => ({
      key: `release ${id} ${status}`,
      about: id,
      kind: 'release',
      severity: 'Moderate',
      isRepeated: false,
    }));
}

/** The policies that the other side proposes, for those who answer for their own side, once each. */
export function policyAlarms(state: ExerciseFold['state'], { role, side }: Viewer): readonly Alarm[] {
  if (side === undefined || !mayGive(role, 'ApprovePolicy')) return [];
  return proposalsFor(state, side).map((id) => ({
    key: `policy ${id}`,
    about: id,
    kind: 'policy',
    severity: 'Moderate',
    isRepeated: false,
  }));
}

export class AlarmWatch {
  /** By key: when it sounds again, wall ms; absent: it stays silent. */
  private readonly due = new Map<string, number | undefined>();
  private hasBegun = false;

  /**
   * @param now wall time, ms
   * @returns what sounds now, the gravest first: what is new, and what is repeated
   */
  update(
    alarms: readonly Alarm[],
    now: number,
  ): { readonly fresh: readonly Alarm[]; readonly again: readonly Alarm[] } {
    const fresh: Alarm[] = [];
    const again: Alarm[] = [];
    const present = new Set(alarms.map(({ key }) => key));
    for (const key of this.due.keys()) if (!present.has(key)) this.due.delete(key);
    for (const alarm of alarms) {
      const isKnown = this.due.has(alarm.key);
      if (!this.hasBegun) {
        this.due.set(alarm.key, undefined);
        continue;
      }
      const at = this.due.get(alarm.key);
      if (isKnown && (at === undefined || now < at)) continue;
      (isKnown ? again : fresh).push(alarm);
      this.due.set(alarm.key, alarm.isRepeated ? now + soundOf(alarm.kind, alarm.severity).everyMs : undefined);
    }
    this.hasBegun = true;
    return { fresh: fresh.sort(byGravity), again: again.sort(byGravity) };
  }

  /** What sounds now sounds no more; what is new will. */
  silence(): void {
    for (const key of this.due.keys()) this.due.set(key, undefined);
  }

  /** When the next one is due again, wall ms. */
  get nextAt(): number | undefined {
    const times = [...this.due.values()].filter((at) => at !== undefined);
    return times.length === 0 ? undefined : Math.min(...times);
  }
}

const KINDS: readonly SoundKind[] = ['lost', 'escalated', 'waits', 'reopened', 'release', 'policy', 'message'];

/** SEVERITIES begins with the gravest. */
function byGravity(a: Alarm, b: Alarm): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind)
  );
}
