/** `tandem message`: messages, reports, requests for information and answers, through the API. */
import type { Command } from 'commander';
import { isEventOf } from '#contracts/events/event-of.js';
import type { ReleaseClass } from '#domain/kernel/side.js';
import { path, type ApiClient } from '../client/api-client.js';
import { applied } from '../client/commands.js';
import { connectExercise, withExercise, type ExerciseOptions } from '../client/connection.js';
import { everyPage } from '../client/every-page.js';
import { formatExerciseTime } from '#contracts/scenario/duration.js';
import { unusable } from '../failure.js';
import { labelFrom, withLabelOptions, type LabelOptions } from '../arguments/label-options.js';
import { wordList } from '../arguments/list-argument.js';
import { durationOf } from '../arguments/time-argument.js';
import { messageRows, messageText, type MessageView } from '../terminal/message-text.js';
import { printResult, withJson, type JsonOption } from '../terminal/output.js';
import { tableText } from '../terminal/table.js';

interface AnswerOptions extends ExerciseOptions, LabelOptions {
  readonly class?: string;
  readonly as?: string;
  readonly subject?: string;
}

interface SendOptions extends AnswerOptions {
  readonly kind: string;
  readonly to: readonly string[];
  readonly incident?: string;
  readonly inReplyTo?: string;
  readonly within?: string;
}

interface ListOptions extends ExerciseOptions, JsonOption {
  readonly kind?: string;
  readonly status?: string;
  readonly address?: string;
  readonly incident?: string;
}

const MESSAGE = 'its id, such as MSG-0001';
const TEXT = 'up to 5000 characters';

export function addMessage(program: Command): void {
  const message = program
    .command('message')
    .description('send, list, show, read and answer messages, reports and requests for information');
  withLabel(withExercise(message.command('send')))
    .description('send a message to units, to the desk of a side, or to exercise control')
    .argument('<text>', TEXT)
    .requiredOption('--to <addresses>', 'unit:ID, desk:PAK, desk:CHN or control; separate with commas', wordList)
    .requiredOption('--class <class>', 'who may know of it: JOINT, PAK or CHN')
    .option('--kind <kind>', 'message, intelligence, situation or request', 'message')
    .option(
      '--within <duration>',
      'of a request: how long an answer may take, such as 10m (default: as the policy says)',
    )
    .option('--incident <id>', 'the incident that it is about')
    .option('--in-reply-to <message>', 'the message that it replies to')
    .action(send);
  withLabel(withExercise(message.command('answer')))
    .description('answer a request for information')
    .argument('<message>', MESSAGE)
    .argument('<text>', TEXT)
    .option('--class <class>', 'who may know of it: JOINT, PAK or CHN (default: the class of the request)')
    .action(answer);
  withJson(withExercise(message.command('list')))
    .description('list messages, latest first')
    .option('--kind <kinds>', 'only these: message, intelligence, situation, request, answer; separate with commas')
    .option('--status <statuses>', 'only requests that are open, answered or overdue; separate with commas')
    .option('--address <address>', 'only those from or to this address')
    .option('--incident <id>', 'only those about this incident')
    .action(list);
  withJson(withExercise(message.command('show')))
    .description('show a message with its answers and readers')
    .argument('<message>', MESSAGE)
    .action(show);
  withExercise(message.command('read'))
    .description('show a message and mark it as read')
    .argument('<message>', MESSAGE)
    .action(read);
}

function withLabel(command: Command): Command {
  return withLabelOptions(
    command
      .option('--subject <text>', 'up to 200 characters')
      .option('--as <unit>', 'the unit in whose name it is sent'),
  );
}

/** @throws Failure for a tear line of a joint message: the text itself would go to the other side */
function labelOf(options: LabelOptions, releaseClass: string): object {
  if (releaseClass === 'JOINT' && options.tearLine !== undefined) {
    throw unusable(
      'A JOINT message goes to both sides as it is and has no tear line; give --class PAK or CHN, or leave --tear-line out',
    );
  }
  return { class: releaseClass, ...labelFrom(options) };
}

async function send(text: string, options: SendOptions): Promise<void> {
  const { kind, to, as, subject, incident, inReplyTo, within } = options;
  const { api, exercise } = await connectExercise(options);
  const answerWithinMs = within === undefined ? undefined : durationOf(within);
  const label = labelOf(options, options.class ?? '');
  await post(api, exercise, { kind, to, as, subject, text, label, incident, inReplyTo, answerWithinMs });
}

async function answer(id: string, text: string, options: AnswerOptions): Promise<void> {
  const { api, exercise } = await connectExercise(options);
  const request = await one(api, exercise, id);
  const label = labelOf(options, options.class ?? (request.class satisfies ReleaseClass));
  const { as, subject } = options;
  await post(api, exercise, { kind: 'answer', inReplyTo: id, incident: request.incident, as, subject, text, label });
}

async function post(api: ApiClient, exercise: string, body: object): Promise<void> {
  const done = await applied(api, path('exercises', exercise, 'messages'), body);
  const posted = done?.events.find((event) => isEventOf(event, 'MessagePosted'));
  if (posted === undefined) return;
  const { message, from, to, label, tearLine, answerBy } = posted.data;
  const shared = tearLine === undefined ? '' : `, tear line ${tearLine}`;
  const until = answerBy === undefined ? '' : `, answer by ${formatExerciseTime(answerBy)}`;
  process.stdout.write(`${message}: ${from} to ${to.join(', ')}, ${posted.audience} ${label.tlp}${shared}${until}\n`);
}

async function list({ json, kind, status, address, incident, ...options }: ListOptions): Promise<void> {
  const { api, exercise } = await connectExercise(options);
  const query = { kind, status, address, incident };
  const messages = await everyPage<MessageView>(api, path('exercises', exercise, 'messages'), query);
  printResult({ json }, messages, (items) => tableText(messageRows(items)));
}

async function show(id: string, { json, ...options }: ExerciseOptions & JsonOption): Promise<void> {
  const { api, exercise } = await connectExercise(options);
  printResult({ json }, await one(api, exercise, id), messageText);
}

async function read(id: string, options: ExerciseOptions): Promise<void> {
  const { api, exercise } = await connectExercise(options);
  if (!(await applied(api, path('exercises', exercise, 'messages', id, 'read'), {}))) return;
  process.stdout.write(messageText(await one(api, exercise, id)));
}

function one(api: ApiClient, exercise: string, id: string): Promise<MessageView> {
  return api.send<MessageView>(path('exercises', exercise, 'messages', id));
}
