/**
 * What the script lets a side's people do: write to others, ask for a release, propose one and decide on it. It goes by the very rules that
 * people's commands go by.
 */
import { knownIncident } from '../incident/known-incident.js';
import { DomainError } from '../kernel/domain-error.js';
import type { Actor, Draft } from '../kernel/event.js';
import type { CommandOf } from '../kernel/command.js';
import { commandId, type IncidentId, type InjectId } from '../kernel/ids.js';
import { sendFrom } from '../message/decide-message.js';
import { decideRelease, proposeRelease, requestRelease } from '../releasing/decide-release.js';
import { isDecided } from '../releasing/releasing-state.js';
import type { ReleaseAct, SentInject } from './inject.js';
import { tearLineOf } from './known-things.js';
import { standingIn } from './lookup-inject.js';
import type { ScriptWorld } from './script-state.js';

const ENGINE: Actor = { kind: 'engine' };

/** @throws DomainError as `sendMessage` */
export function sendAsPeople(state: ScriptWorld, inject: SentInject): Draft[] {
  const { message: kind, from, to, subject, text, releasability: label, answerWithinMs } = inject;
  const incident = inject.incident === undefined ? undefined : incidentOfAlert(state, inject.incident);
  const data = {
    kind,
    to,
    text,
    label,
    ...(subject !== undefined && { subject }),
    ...(incident !== undefined && { incident }),
    ...(answerWithinMs !== undefined && { answerWithinMs }),
  };
  const known = incident === undefined ? undefined : knownIncident(state, incident, ENGINE);
  return sendFrom(state, { data, actor: ENGINE, from, incident: known });
}

/** @throws DomainError as the command of the same name */
export function actOnRelease(state: ScriptWorld, inject: InjectId, release: ReleaseAct): Draft[] {
  const given = { id: commandId(inject), at: state.time, actor: ENGINE };
  switch (release.act) {
    case 'request': {
      const { side: from, text, tearLine: thing } = release;
      const tearLine = thing === undefined ? undefined : sharedTearLine(state, thing);
      const data = { from, text, ...(tearLine !== undefined && { tearLine }) };
      return requestRelease(state, { ...given, type: 'RequestRelease', data });
    }
    case 'propose': {
      const { incident, reason, join, answers } = release;
      const data: CommandOf<'ProposeRelease'>['data'] = {
        incident: incidentOfAlert(state, incident),
        reason,
        ...(join !== undefined && { join: incidentOfAlert(state, join) }),
        ...(answers !== undefined && { answers: caseOf(state, answers) }),
      };
      return proposeRelease(state, { ...given, type: 'ProposeRelease', data });
    }
    case 'approve':
    case 'tear-line':
    case 'decline': {
      const found = caseOf(state, release.of);
      return decideRelease(state, {
        ...given,
        type: 'DecideRelease',
        data: { release: found, ...decisionOf(release) },
      });
    }
    default:
      return release satisfies never;
  }
}

function decisionOf(
  release: Exclude<ReleaseAct, { act: 'request' | 'propose' }>,
): Omit<CommandOf<'DecideRelease'>['data'], 'release'> {
  switch (release.act) {
    case 'approve':
      return { decision: 'approve' };
    case 'tear-line': {
      const { text, tlp } = release;
      return { decision: 'tear-line', text, ...(tlp !== undefined && { tlp }) };
    }
    case 'decline':
      return {
        decision: 'decline',
        reason: release.reason,
        ...(release.shareReason === true && { shareReason: true }),
      };
    default:
      return release satisfies never;
  }
}

/** @throws DomainError UNKNOWN_INCIDENT */
function incidentOfAlert({ script }: ScriptWorld, inject: InjectId): IncidentId {
  const { incident } = standingIn(script, inject);
  if (incident !== undefined) return incident;
  throw new DomainError('UNKNOWN_INCIDENT', `the alert of "${inject}" has opened and joined no incident yet`);
}

/** @throws DomainError UNKNOWN_TEAR_LINE */
function sharedTearLine(state: ScriptWorld, inject: InjectId): string {
  const found = tearLineOf(state, inject);
  if (found !== undefined) return found;
  throw new DomainError('UNKNOWN_TEAR_LINE', `the tear line of "${inject}" has reached nobody yet`);
}

/** The case that the request of this inject opened, or that proposes to release the incident of this alert. @throws DomainError UNKNOWN_RELEASE */
function caseOf({ script, releasing }: ScriptWorld, inject: InjectId): string {
  const { request, incident } = standingIn(script, inject);
  const asked = request === undefined ? undefined : releasing.routed[request];
  if (asked !== undefined) return asked;
  const ofIncident = Object.values(releasing.cases).filter(
    ({ proposal }) => incident !== undefined && proposal?.incident === incident,
  );
  const found = ofIncident.find((one) => !isDecided(one)) ?? ofIncident.at(-1);
  if (found) return found.id;
  throw new DomainError('UNKNOWN_RELEASE', `nothing is asked or proposed about "${inject}" yet`);
}
