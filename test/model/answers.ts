/** What people and programs answer to notifications. */
import type { Alert } from '#domain/alert/alert.js';
import type { Actor } from '#domain/kernel/event.js';
import { mayRead, whyNotFor, type Asking } from './people.js';
import { findQuestion, give, isAnsweredLate, isOpen } from './questions.js';
import { isFull } from './units.js';
import { hasEnded, incidentOf, type Question, type World } from './world.js';

interface Answering {
  readonly answer: 'acknowledge' | 'decline';
  readonly actor?: Actor;
}

export function answerById(
  world: World,
  id: string,
  question: Question | undefined,
  how: Answering,
): string | undefined {
  if (question) return answerAll(world, [question], how);
  const incident = world.incidents.find((one) => one.id === id.split('.')[0]);
  const isOver = incident && hasEnded(incident) && mayRead(how.actor, incident);
  return isOver ? 'INCIDENT_CLOSED' : 'UNKNOWN_NOTIFICATION';
}

/** `Ack` and `Error` answer the notifications that they reference: all of them, or the message is refused. */
export function answerByMessage(
  world: World,
  { msgType, references = [] }: Alert,
  { actor, asked }: { readonly actor?: Actor; readonly asked: Asking },
): string | undefined {
  const ids = [...new Set(references.map(({ identifier }) => identifier))];
  const questions = ids.flatMap((id) => {
    const question = findQuestion(world, asked(id));
    if (!question) return [];
    const incident = incidentOf(world, question.incident);
    return hasEnded(incident) || !mayRead(actor, incident) ? [] : [question];
  });
  if (ids.length === 0 || questions.length < ids.length) return 'UNKNOWN_REFERENCE';
  return answerAll(world, questions, { actor, answer: msgType === 'Ack' ? 'acknowledge' : 'decline' });
}

/** All are answered, or none is. */
function answerAll(world: World, questions: readonly Question[], how: Answering): string | undefined {
  const given: Question[] = [];
  for (const question of questions) {
    const code = whyNotAnswered(world, question, how, given);
    if (code) return code;
    if (how.answer === 'acknowledge' && question.action !== 'inform') given.push(question);
  }
  for (const question of questions) give(world, { question, answer: how.answer, reason: 'by a person' });
  return undefined;
}

/** Only a notification that has been delivered can be answered, and only once. @param given acknowledged at the same time */
function whyNotAnswered(
  world: World,
  question: Question,
  { answer, actor }: Answering,
  given: readonly Question[],
): string | undefined {
  const incident = incidentOf(world, question.incident);
  if (!mayRead(actor, incident)) return 'UNKNOWN_NOTIFICATION';
  if (hasEnded(incident)) return 'INCIDENT_CLOSED';
  const notFor = whyNotFor(actor, question.unit, question.side);
  if (notFor) return notFor;
  const isOver = !(isOpen(question) || question.status === 'expired') || isAnsweredLate(world, question);
  if (isOver) return 'NOTIFICATION_ENDED';
  if (question.status === 'expired' && answer === 'decline' && !question.given) return 'NOTIFICATION_ENDED';
  if (incident.status === 'resolved') return 'INCIDENT_ALREADY_RESOLVED';
  if (question.moment < incident.opened) return 'NOTIFICATION_ENDED';
  if (question.given) return 'ANSWER_PENDING';
  if (!question.delivered) return 'NOTIFICATION_NOT_DELIVERED';
  if (answer === 'decline') return undefined;
  const also = given.filter(({ unit }) => unit === question.unit).map((other) => other.incident);
  return isFull(world, question.unit, question.action, incident, also) ? 'UNIT_AT_CAPACITY' : undefined;
}
