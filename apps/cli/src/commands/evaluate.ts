/** `tandem evaluate`: what evaluators put on record, through the API. Also after ENDEX. */
import { InvalidArgumentError, Option, type Command } from 'commander';
import { CAPABILITY_ELEMENTS, RATINGS, type Rating } from '#domain/evaluation/evaluation.js';
import { path } from '../client/api-client.js';
import { connectApi, withConnection, type ConnectionOptions } from '../client/connection.js';
import type { CommandAnswer } from '../client/exercises.js';
import { unusable } from '../failure.js';
import { EventPrinter } from '../terminal/event-printer.js';
import { paintFor } from '../terminal/paint.js';

interface ObserveOptions extends ConnectionOptions {
  readonly strength?: boolean;
  readonly improve?: boolean;
  readonly objective?: string;
  readonly incident?: string;
  readonly recommendation?: string;
  readonly element?: string;
  readonly event?: readonly number[];
}

interface ImproveOptions extends ConnectionOptions {
  readonly element: string;
  readonly organization: string;
  readonly contact?: string;
  readonly start?: string;
  readonly completion?: string;
  readonly objective?: string;
  readonly observation?: string;
}

const element = () => new Option('--element <element>', 'capability element').choices(CAPABILITY_ELEMENTS);

export function addEvaluate(program: Command): void {
  const evaluate = program.command('evaluate').description('put on record what an evaluator makes of an exercise');
  withConnection(evaluate.command('observe'))
    .description('an observation: a strength, or an area for improvement')
    .argument('<exercise>', 'its id')
    .argument('<text>', 'what was seen')
    .option('--strength', 'it was a strength')
    .option('--improve', 'it is an area for improvement')
    .option('--objective <text>', 'as an expectation of the scenario names it')
    .option('--incident <id>')
    .option('--recommendation <text>')
    .addOption(element())
    .option('--event <seq...>', 'numbers of events that show it', eventNumbers)
    .action(observe);
  withConnection(evaluate.command('rate'))
    .description('rate an objective in the place of the proposed rating')
    .argument('<exercise>', 'its id')
    .argument('<objective>', 'as an expectation of the scenario names it')
    .argument('<rating>', `${RATINGS.join(', ')}: without, with some, with major challenges; unable to be performed`)
    .requiredOption('--reason <text>', 'why')
    .action(rate);
  withConnection(evaluate.command('improve'))
    .description('add a row to the improvement plan')
    .argument('<exercise>', 'its id')
    .argument('<action>', 'the corrective action')
    .addOption(element().makeOptionMandatory())
    .requiredOption('--organization <name>', 'who is responsible')
    .option('--contact <text>')
    .option('--start <date>', 'as 2026-12-31')
    .option('--completion <date>', 'as 2026-12-31')
    .option('--objective <text>', 'as an expectation of the scenario names it')
    .option('--observation <id>', 'the observation that it answers to, as OBS-0001')
    .action(improve);
}

async function observe(exercise: string, text: string, options: ObserveOptions): Promise<void> {
  const { strength = false, improve: weakness = false, objective, incident, recommendation, event } = options;
  if (strength === weakness) throw unusable('Say what it is: --strength or --improve');
  await send(exercise, 'observations', options, {
    kind: strength ? 'strength' : 'area-for-improvement',
    text,
    objective,
    incident,
    recommendation,
    capabilityElement: options.element,
    evidence: event,
  });
}

async function rate(
  exercise: string,
  objective: string,
  rating: Rating,
  options: ConnectionOptions & { readonly reason: string },
): Promise<void> {
  await send(exercise, 'ratings', options, { objective, rating, reason: options.reason });
}

async function improve(exercise: string, correctiveAction: string, options: ImproveOptions): Promise<void> {
  const { element: capabilityElement, organization, contact, start, completion, objective, observation } = options;
  const row = { correctiveAction, capabilityElement, organization, contact, start, completion, objective, observation };
  await send(exercise, 'improvements', options, row);
}

/** Tells the line that now stands in the log. */
async function send(exercise: string, what: string, options: ConnectionOptions, json: unknown): Promise<void> {
  const api = await connectApi(options);
  const answer = await api.send<CommandAnswer>(path('exercises', exercise, what), { method: 'POST', json });
  if ('status' in answer) {
    process.stdout.write('It is stored, and will be put on record when a worker gets to it.\n');
    return;
  }
  const print = (line: string): void => void process.stdout.write(`${line}\n`);
  const printer = new EventPrinter({ print, paint: paintFor(process.stdout), columns: () => process.stdout.columns });
  printer.show(answer.events);
}

function eventNumbers(text: string, before: readonly number[] = []): number[] {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new InvalidArgumentError('Give numbers of events.');
  return [...before, Number(text)];
}
