/** What people write and release, as commands. What they refer to is what the engine's log has shown by then. */
import type { Plain } from '#domain/kernel/brand.js';
import type { Command } from '#domain/kernel/command.js';
import type { LoggedEvent } from '#domain/kernel/event.js';
import type { Choice, LabelDeed, LetterDeed, ReleaseDeed } from './deed.js';

/** What people see in the log of what was written. */
export class SeenLetters {
  readonly #letters: string[] = [];
  readonly #requests: string[] = [];

  see({ type, data }: LoggedEvent): void {
    if (type !== 'MessagePosted') return;
    this.#letters.push(data.message);
    if (data.kind === 'request') this.#requests.push(data.message);
  }

  /** The last one, or so many before it; of requests, if one is to be answered. */
  before(back: number, kind: LetterDeed['kind']): string | undefined {
    return (kind === 'answer' ? this.#requests : this.#letters).at(-1 - back);
  }
}

/** @param incident the one that the deed means, if it means one */
export function toSend(deed: LetterDeed, seen: SeenLetters, incident: string | undefined): Plain<Command> {
  const { kind, to, from, text, label, back, answerWithinMs } = deed;
  const inReplyTo = back === undefined ? undefined : seen.before(back, kind);
  return {
    type: 'SendMessage',
    data: { kind, to: [...to], as: from, text, label, incident, inReplyTo, answerWithinMs },
  };
}

/** What people see in the log of what has a label. */
export class SeenLabelled {
  readonly #ids: Record<LabelDeed['of'], string[]> = { alert: [], message: [], note: [], decision: [] };

  see({ type, data }: LoggedEvent): void {
    if (type === 'AlertAccepted') this.#ids.alert.push(data.alertId);
    if (type === 'MessagePosted') this.#ids.message.push(data.message);
    if (type === 'IncidentNoted') this.#ids.note.push(data.note);
    if (type === 'DecisionRecorded') this.#ids.decision.push(data.record);
  }

  before({ of, back }: LabelDeed): string | undefined {
    return this.#ids[of].at(-1 - back) ?? this.#ids[of].at(-1);
  }
}

export function toRelabel(deed: LabelDeed, seen: SeenLabelled): Plain<Command> | undefined {
  const { of, tlp, releasableTo, reviewAt, reason } = deed;
  const id = seen.before(deed);
  if (id === undefined) return undefined;
  const data = { of, id, tlp, releasableTo: [...releasableTo], reviewAt, reason };
  return { type: 'ChangeLabel', data };
}

/** What people see in the log of what could be released. */
export class SeenReleases {
  readonly requests: string[] = [];
  readonly cases: string[] = [];
  readonly #alerts: Named[] = [];
  readonly #answers: Named[] = [];
  readonly #notes: Named[] = [];

  see({ type, data }: LoggedEvent): void {
    switch (type) {
      case 'ReleaseRequested':
        this.requests.push(data.request);
        break;
      case 'ReleaseAsked':
      case 'ReleaseProposed':
        if (!this.cases.includes(data.release)) this.cases.push(data.release);
        break;
      case 'AlertAccepted':
        this.#alerts.push({ id: data.alertId, incident: data.incident });
        break;
      case 'NotificationAcknowledged':
      case 'LateAcknowledgement':
        this.#answers.push({ id: data.notification, incident: data.incident });
        break;
      case 'IncidentNoted':
        this.#notes.push({ id: data.note, incident: data.incident });
        break;
      default:
    }
  }

  chosen(incident: string, { alerts, answers, notes }: Extract<ReleaseDeed, { do: 'proposeRelease' }>) {
    return {
      alerts: choose(this.#alerts, incident, alerts),
      notifications: choose(this.#answers, incident, answers),
      notes: choose(this.#notes, incident, notes),
    };
  }
}

interface Named {
  readonly id: string;
  readonly incident: string | undefined;
}

function choose(all: readonly Named[], incident: string, choice: Choice): string[] | undefined {
  const own = all.filter((one) => one.incident === incident).map(({ id }) => id);
  switch (choice) {
    case 'default':
      return undefined;
    case 'first':
      return own.slice(0, 1);
    case 'all':
      return own;
    case 'none':
      return [];
    case 'other':
      return [`${incident}.N9`];
    default:
      return choice satisfies never;
  }
}

const isJoint = (id: string): boolean => id.startsWith('INC');

export function toRelease(
  deed: ReleaseDeed,
  seen: SeenReleases,
  incidents: readonly string[],
): Plain<Command> | undefined {
  switch (deed.do) {
    case 'requestRelease': {
      const { from, tearLine } = deed;
      return { type: 'RequestRelease', data: { from, tearLine, text: 'do you know more?' } };
    }
    case 'proposeRelease': {
      const [own, joint] = [incidents.filter((id) => !isJoint(id)), incidents.filter(isJoint)];
      const incident = own[deed.incident] ?? incidents[0];
      if (incident === undefined) return undefined;
      const join = deed.join === undefined ? undefined : (joint[deed.join] ?? own[deed.join] ?? 'INC-0009');
      const answers = deed.back === undefined ? undefined : seen.cases.at(-1 - deed.back);
      const data = { incident, ...seen.chosen(incident, deed), join, answers, reason: 'they use the road' };
      return { type: 'ProposeRelease', data };
    }
    case 'decideRelease': {
      const { back, decision, reason, shareReason, text } = deed;
      const release = seen.cases.at(-1 - back);
      if (release === undefined) return undefined;
      const tearLine = text === undefined ? {} : { text: { en: text } };
      return { type: 'DecideRelease', data: { release, decision, reason, shareReason, ...tearLine } };
    }
    case 'withdrawRelease': {
      const release = seen[deed.of].at(-1 - deed.back);
      return release === undefined ? undefined : { type: 'WithdrawRelease', data: { release } };
    }
    default:
      return deed satisfies never;
  }
}
