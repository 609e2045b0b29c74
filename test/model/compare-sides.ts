/** Events about what the sides decide, tell and release to each other as facts, in the model's words. */
import type { LoggedEvent } from '#domain/kernel/event.js';
import type { Audience } from '#domain/kernel/side.js';
import type { Marking } from '#domain/release/label.js';
import { textOf, usual } from './labels.js';
import { textsOf } from './posting.js';

export function ofSides(event: LoggedEvent): string[] {
  const { type, data, audience } = event;
  switch (type) {
    case 'PolicyChanged':
      return [`policy version ${data.policy.version} is in force`];
    case 'OwnPolicyChanged':
      return [`policy version ${data.policy.version} is in force for ${audience}`];
    case 'OwnPolicyDropped':
      return [`the own policy of ${audience} is dropped`];
    case 'PolicyProposed':
      return [`${data.proposal} is proposed by ${data.side}`];
    case 'PolicyApproved':
      return [`${data.proposal} is approved by ${data.side}`];
    case 'PolicyRejected':
      return [`${data.proposal} is rejected by ${data.side}`];
    case 'PolicyWithdrawn':
      return [`${data.proposal} is withdrawn by ${data.side}`];
    case 'PolicyDeadlocked':
      return [`${data.proposal} is deadlocked`];
    case 'CommanderProposed':
      return [`${data.incident} ${data.side} proposes ${data.account}`];
    case 'CommanderChosen':
      return [`${data.incident} is commanded by ${data.account}`];
    case 'IncidentAssigned':
      return [`${data.incident} is assigned to ${data.account}, for ${audience}`];
    case 'HandoverOffered':
      return [`${data.incident} ${data.of} is offered by ${data.from} to ${data.to}, for ${audience}`];
    case 'HandedOver':
      return [`${data.incident} ${data.of} passes from ${data.from} to ${data.to}, for ${audience}`];
    case 'SideDecided':
      return [`${data.incident} ${data.side} decides to ${data.decision}`];
    case 'SideDecisionWithdrawn':
      return [`${data.incident} ${data.side} does not ${data.decision} after all`];
    case 'DecisionDeadlocked':
      return [`${data.incident} is deadlocked (${data.because})`];
    case 'IncidentNoted':
      return [`${data.incident} is noted for ${audience}, ${data.note}${reading(audience, data.label)}`];
    case 'DecisionRecorded':
      return [`${data.incident} is decided upon for ${audience}, ${data.record}${reading(audience, data.label)}`];
    case 'TearLineShared': {
      const { tearLine, kind, from, label, replaces } = data;
      const instead = replaces === undefined ? '' : `, in the place of ${replaces}`;
      return [`${tearLine} of ${kind} reaches ${audience} from ${from}, ${label.tlp}${instead}`];
    }
    default:
      return [...ofMessages(event), ...ofLabels(event)];
  }
}

function ofMessages(event: LoggedEvent): string[] {
  const { type, data, audience } = event;
  switch (type) {
    case 'MessagePosted': {
      const { message, kind, from, to, incident, inReplyTo, answerBy, text } = data;
      const about = [
        incident === undefined ? '' : ` about ${incident}`,
        inReplyTo === undefined ? '' : ` to ${inReplyTo}`,
        answerBy === undefined ? '' : ` by ${answerBy}`,
      ].join('');
      const words = `${kind} from ${from} to ${to.join('+')}${about}${reading(audience, data.label)}: ${textsOf(text)[0]}`;
      return [`${message} is posted for ${audience}: ${words}`];
    }
    case 'MessageRead':
      return [`${data.message} is read by ${data.by}${reading(audience, data.label)}`];
    case 'MessageAnswered': {
      const { message, by, answer, tearLine, late } = data;
      const known = [answer, tearLine].map((one) => (one === undefined ? '' : ` with ${one}`)).join('');
      return [`${message} is answered by ${by}${known}${late ? ', late' : ''}${reading(audience, data.label)}`];
    }
    case 'MessageReminded':
      return [`${data.message} is reminded of: ${data.to.join('+')}${reading(audience, data.label)}`];
    case 'MessageOverdue':
      return [`${data.message} is overdue: ${data.to.join('+')}${reading(audience, data.label)}`];
    default:
      return ofReleases(event);
  }
}

function ofReleases({ type, data, audience }: LoggedEvent): string[] {
  switch (type) {
    case 'ReleaseRequested':
      return [`${data.request} is asked by ${audience}${about(data.tearLine)}`];
    case 'ReleaseRouted':
      return [`${data.request} is ${data.release}`];
    case 'ReleaseAsked':
      return [`${data.release} is asked of ${audience}${about(data.tearLine)}${by(data.decideBy)}`];
    case 'ReleaseOverdue':
      return [`${data.release} is overdue for the ${data.to}${about(data.incident)}`];
    case 'ReleaseDecided': {
      const { release, decision, incident, tearLine } = data;
      if (decision === 'approve') return [];
      const on = incident === undefined ? '' : ` ${incident}`;
      return [`${release}${on} ${decision === 'decline' ? 'is declined' : `gets a tear line: ${tearLine}`}`];
    }
    case 'ReleaseAnswered': {
      const { request, answer, joint, tearLine, reason } = data;
      if (answer === 'released') return [`${request} is answered: released as ${joint}`];
      if (answer === 'tear-line') return [`${request} is answered: a tear line: ${tearLine}`];
      return [`${request} is answered: declined${reason === undefined ? '' : `: ${reason}`}`];
    }
    case 'ReleaseWithdrawn': {
      const { release, by: who, incident } = data;
      return [`${release} is withdrawn by the ${who}${incident === undefined ? '' : `, about ${incident}`}`];
    }
    case 'ReleaseRequestWithdrawn':
      return [`${data.request} is withdrawn`];
    case 'ReleasePrompted':
      return [`${data.incident} prompts ${audience}, by chain ${data.chain}: ${[...data.units].sort().join(', ')}`];
    default:
      return [];
  }
}

function ofLabels({ type, data, audience }: LoggedEvent): string[] {
  // What evaluators put on record is not judged.
  if ('of' in data && data.of === 'observation') return [];
  switch (type) {
    case 'IncidentLabelChanged':
      return [
        `${data.incident} is labelled ${words(data.to)}, was ${words(data.from)}, read under ${words(data.label)}`,
      ];
    case 'IncidentDisclosed': {
      const { severity, site = 'none' } = data.disclosed.incident;
      return [`${data.incident} is disclosed under ${words(data.label)}: ${severity} at ${site}`];
    }
    case 'LabelChanged': {
      const { of, id, from, to, seenBy = [], tearLine, owner = 'control', label } = data;
      const had = seenBy.length > 0 ? `, had by ${[...seenBy].sort().join('+')}` : '';
      const kept = tearLine === undefined ? '' : `, the other side keeps ${tearLine}`;
      const what = `${words(to)}, was ${words(from)}${had}${kept}, read under ${words(label)}`;
      return [`${of} ${id} of ${owner} is labelled for ${audience} ${what}`];
    }
    case 'LabelDisclosed': {
      const { of, id, said, label } = data;
      const text = said.type === 'DecisionRecorded' ? said.data.decision : textsOf(said.data.text)[0];
      return [`${of} ${id} is disclosed to ${audience} under ${words(label)}: ${text}`];
    }
    case 'LabelReviewDue': {
      const { of, id, owner = 'control', label } = data;
      return [`${of} ${id} is due for review by ${owner}, for ${audience} under ${words(label)}`];
    }
    default:
      return [];
  }
}

const words = ({ tlp, to = [] }: Marking): string => textOf({ tlp, named: to });

const about = (what: string | undefined): string => (what === undefined ? '' : ` about ${what}`);
const by = (due: number | undefined): string => (due === undefined ? '' : ` by ${due}`);

/** Who of its audience reads it; what those who run the exercise read has no label. */
function reading(audience: Audience, label: Marking | undefined): string {
  if (audience === 'CONTROL') return '';
  return `, ${label ? textOf({ tlp: label.tlp, named: label.to ?? [] }) : textOf(usual(audience))}`;
}
