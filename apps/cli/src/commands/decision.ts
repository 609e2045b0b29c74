/** `tandem decision`: the decision log of incidents, through the API. */
import type { Command } from 'commander';
import { isEventOf } from '#contracts/events/event-of.js';
import { path } from '../client/api-client.js';
import { applied } from '../client/commands.js';
import { connectExercise, withExercise, type ExerciseOptions } from '../client/connection.js';
import { decisionsIn, everyRecord } from '../client/every-record.js';
import { noteLabelFrom, withLabelOptions, type LabelOptions } from '../arguments/label-options.js';
import { repeatable } from '../arguments/list-argument.js';
import { writtenText } from '../terminal/incident-text.js';
import { decisionRows } from '../terminal/message-text.js';
import { printResult, withJson, type JsonOption } from '../terminal/output.js';
import { tableText } from '../terminal/table.js';

interface RecordOptions extends ExerciseOptions, LabelOptions {
  readonly option: readonly string[];
  readonly decision: string;
  readonly reason: string;
  readonly shared?: boolean;
}

export function addDecision(program: Command): void {
  const decision = program.command('decision').description('record decisions about incidents; list them');
  withLabelOptions(withExercise(decision.command('record')))
    .description('record a decision; it cannot be changed later')
    .argument('<incident>', 'its id, such as INC-0001')
    .requiredOption('--option <text>', 'what could have been done; can be repeated', repeatable)
    .requiredOption('--decision <text>', 'what was decided')
    .requiredOption('--reason <text>', 'why')
    .option('--shared', 'for everybody who can see the incident')
    .action(record);
  withJson(withExercise(decision.command('list')))
    .description('list the decisions that you may read now')
    .option('--incident <id>', 'only those about this incident')
    .action(list);
}

async function record(
  incident: string,
  { option: options, decision, reason, shared, ...others }: RecordOptions,
): Promise<void> {
  const { api, exercise } = await connectExercise(others);
  const body = { options, decision, reason, shared, label: noteLabelFrom(others) };
  const done = await applied(api, path('exercises', exercise, 'incidents', incident, 'decisions'), body);
  const recorded = done?.events.find((event) => isEventOf(event, 'DecisionRecorded'));
  if (recorded) process.stdout.write(writtenText(recorded.data.record, recorded));
}

async function list({
  json,
  incident,
  ...options
}: ExerciseOptions & JsonOption & { readonly incident?: string }): Promise<void> {
  const { api, exercise } = await connectExercise(options);
  const decisions = decisionsIn(await everyRecord(api, exercise, { kind: 'decision', incident }));
  printResult({ json }, decisions, (items) => tableText(decisionRows(items)));
}
