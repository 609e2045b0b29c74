/** What the events of requests for release and of proposals say. */
import type { ReleasingEvents } from '#domain/releasing/releasing-events.js';
import { listed, word } from '../language/words.js';
import { askedParts } from './phrases.js';
import { authored, side, time, unit, value } from './sentence.js';
import { sentence, yes, type Sentences } from './sentence-of.js';

/** A reason that there may not be. */
function why(reason: string | undefined) {
  return { stated: yes(reason !== undefined), reason: authored(reason ?? '') };
}

function about(tearLine: string | undefined) {
  return { named: yes(tearLine !== undefined), tearLine: value(tearLine ?? '') };
}

export const releasingSentences: Sentences<ReleasingEvents> = {
  ReleaseRequested: ({ data: { request, to, tearLine, text } }, say) =>
    sentence(say, 'ReleaseRequested', { id: value(request), to: side(to), text: authored(text), ...about(tearLine) }),
  ReleaseAsked: ({ data: { release, from, tearLine, text, decideBy } }, say) => {
    const due = { limited: yes(decideBy !== undefined), time: decideBy === undefined ? '' : time(decideBy) };
    const values = { id: value(release), from: side(from), text: authored(text), ...about(tearLine), ...due };
    return sentence(say, 'ReleaseAsked', values, 'warn');
  },
  ReleaseRouted: ({ data: { request, release } }, say) =>
    sentence(say, 'ReleaseRouted', { request: value(request), release: value(release) }),
  ReleaseProposed: ({ data: { release, things, reason } }, say) =>
    sentence(
      say,
      'ReleaseProposed',
      {
        id: value(release),
        reason: authored(reason),
        alerts: value(things.alerts.length),
        answers: value(things.notifications.length),
        notes: value(things.notes.length),
      },
      'warn',
    ),
  ReleaseOverdue: ({ data }, say) => sentence(say, 'ReleaseOverdue', { id: value(data.release) }, 'bad'),
  ReleaseDecided: ({ data: { release, decision, reason, joint, tearLine, stays } }, say) =>
    sentence(
      say,
      'ReleaseDecided',
      {
        id: value(release),
        // No hyphen in the key of a choice.
        decision: decision === 'tear-line' ? 'tearLine' : decision,
        joint: value(joint ?? ''),
        tearLine: value(tearLine ?? ''),
        stays: yes(stays === true),
        ...why(reason),
      },
      decision === 'approve' ? 'good' : 'warn',
    ),
  ReleaseAnswered: ({ data: { request, answer, joint, tearLine, reason } }, say) =>
    sentence(
      say,
      'ReleaseAnswered',
      {
        id: value(request),
        answer: answer === 'tear-line' ? 'tearLine' : answer,
        joint: value(joint ?? ''),
        tearLine: value(tearLine ?? ''),
        ...why(reason),
      },
      answer === 'released' ? 'good' : 'warn',
    ),
  ReleaseWithdrawn: ({ data: { release, by, reason } }, say) =>
    sentence(say, 'ReleaseWithdrawn', { id: value(release), by, ...why(reason) }),
  ReleaseRequestWithdrawn: ({ data: { request, reason } }, say) =>
    sentence(say, 'ReleaseRequestWithdrawn', { id: value(request), ...why(reason) }),
  ReleasePrompted: ({ data: { units } }, say) =>
    sentence(
      say,
      'ReleasePrompted',
      {
        units: listed(
          say,
          units.map((one) => [unit(one)]),
        ),
      },
      'warn',
    ),
  NotificationCarried: ({ data }, say) =>
    sentence(
      say,
      'NotificationCarried',
      {
        asked: askedParts(say, data),
        moving: yes(data.progress !== undefined),
        progress: data.progress === undefined ? '' : word(say, `word.progress.${data.progress}`),
      },
      'good',
    ),
};
