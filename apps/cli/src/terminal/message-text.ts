/** Messages and decisions for people: a row each, or one message in full. */
import type { z } from 'zod';
import type { messageView } from '#contracts/http/messages.js';
import type { decisionView } from '#contracts/http/records.js';
import { formatExerciseTime } from '#contracts/scenario/duration.js';
import { authoredIn } from '#contracts/sentences/authored.js';
import { readersText, recordLabelText, writerText } from './incident-text.js';
import { harmless } from './terminal-text.js';

export type MessageView = z.infer<typeof messageView>;

export function messageRows(messages: readonly MessageView[]): string[][] {
  return [
    ['MESSAGE', 'SENT', 'KIND', 'FROM', 'TO', 'LABEL', 'STATUS', 'TEXT'],
    ...messages.map((message) => [
      message.id,
      formatExerciseTime(message.sentAt),
      message.kind,
      message.from,
      message.to.join(', '),
      `${message.class} ${message.label.tlp}`,
      statusText(message),
      message.subject ?? textOf(message),
    ]),
  ];
}

export function messageText(message: MessageView): string {
  const { id, kind, from, to, subject, label, incident, inReplyTo, sentAt, readBy, request, tearLine } = message;
  const answers = (request?.answers ?? []).map(
    ({ by, at, message: answer, tearLine: line, late }) =>
      `answered by ${by} at ${formatExerciseTime(at)}: ${answer ?? line ?? 'not shown'}${late ? ', late' : ''}`,
  );
  const lines = [
    `${id}: ${kind}, ${message.class} ${label.tlp}${label.to === undefined ? '' : ` (${label.to.join(', ')})`}`,
    `from ${from} to ${to.join(', ')} at ${formatExerciseTime(sentAt)}`,
    ...(incident === undefined ? [] : [`about ${incident}`]),
    ...(inReplyTo === undefined ? [] : [`in reply to ${inReplyTo}`]),
    ...(tearLine === undefined ? [] : [`tear line ${tearLine}`]),
    ...(request === undefined ? [] : [statusText(message)]),
    ...answers,
    ...readBy.map(({ by, at }) => `read by ${by} at ${formatExerciseTime(at)}`),
    '',
    ...(subject === undefined ? [] : [subject, '']),
    textOf(message),
  ];
  return `${lines.map(harmless).join('\n')}\n`;
}

function statusText({ request, readBy }: MessageView): string {
  if (request === undefined) return readBy.length === 0 ? '' : 'read';
  if (request.status === 'answered' && request.answers[0]?.late) return 'answered late';
  if (request.status !== 'open' || request.answerBy === undefined) return request.status;
  return `open until ${formatExerciseTime(request.answerBy)}`;
}

function textOf({ text }: MessageView): string {
  return typeof text === 'string' ? text : authoredIn(text, 'en').text;
}

export function decisionRows(decisions: readonly z.infer<typeof decisionView>[]): string[][] {
  return [
    ['DECISION', 'AT', 'BY', 'FOR', 'LABEL', 'DECIDED', 'REASON', 'OPTIONS'],
    ...decisions.map((entry) => [
      entry.id,
      formatExerciseTime(entry.at),
      writerText(entry),
      readersText(entry.audience),
      recordLabelText(entry),
      entry.decision,
      entry.reason,
      entry.options.join('; '),
    ]),
  ];
}
