/** `tandem evaluation`: observations, ratings and improvements of evaluators, through the API. Also after ENDEX. */
import { InvalidArgumentError, Option, type Command } from 'commander';
import { CAPABILITY_ELEMENTS, RATINGS, type Rating } from '#domain/evaluation/evaluation.js';
import { OBSERVATION_EVENTS, observationsIn } from '#domain/evaluation/observation-list.js';
import { RELEASE_CLASSES, type ReleaseClass } from '#domain/kernel/side.js';
import { TLP_LABELS } from '#domain/release/label.js';
import { REVIEW_AT } from '../arguments/label-options.js';
import { wordList } from '../arguments/list-argument.js';
import type { EventViewOf } from '#contracts/http/events.js';
import { formatExerciseTime } from '#contracts/scenario/duration.js';
import { path } from '../client/api-client.js';
import { connectExercise, withExercise, type ExerciseOptions } from '../client/connection.js';
import { PENDING_TEXT } from '../client/commands.js';
import type { CommandAnswer } from '../client/exercises.js';
import { everyEventOf } from '../client/every-event.js';
import { unusable } from '../failure.js';
import { EventPrinter } from '../terminal/event-printer.js';
import { printResult, withJson, type JsonOption } from '../terminal/output.js';
import { paintFor } from '../terminal/paint.js';
import { tableText } from '../terminal/table.js';

interface ObserveOptions extends ExerciseOptions {
  readonly strength?: boolean;
  readonly improve?: boolean;
  readonly objective?: string;
  readonly incident?: string;
  readonly recommendation?: string;
  readonly element?: string;
  readonly event?: readonly number[];
  readonly class?: ReleaseClass;
  readonly tlp?: string;
  readonly releasableTo?: readonly string[];
  readonly reviewAt?: string;
}

interface ImproveOptions extends ExerciseOptions {
  readonly element: string;
  readonly organization: string;
  readonly contact?: string;
  readonly start?: string;
  readonly completion?: string;
  readonly objective?: string;
  readonly observation?: string;
}

const element = () => new Option('--element <element>', 'capability element').choices(CAPABILITY_ELEMENTS);

export function addEvaluation(program: Command): void {
  const evaluation = program
    .command('evaluation')
    .description('record observations, ratings and improvements, also after the end of an exercise');
  withJson(withExercise(evaluation.command('list')))
    .description('list observations, ratings and improvements in the order of the log')
    .action(list);
  withExercise(evaluation.command('observe'))
    .description('record an observation: a strength or an area for improvement')
    .argument('<text>', 'what was observed')
    .option('--strength', 'it is a strength')
    .option('--improve', 'it is an area for improvement')
    .option('--objective <text>', OBJECTIVE)
    .option('--incident <id>', 'incident that it is about')
    .option('--recommendation <text>', 'what should be done')
    .addOption(element())
    .option('--event <seq...>', 'numbers of events that show it', eventNumbers)
    .addOption(
      new Option('--class <class>', 'release it: to both sides or to one; default: for exercise control only').choices(
        RELEASE_CLASSES,
      ),
    )
    .addOption(new Option('--tlp <label>', 'label, with --class').choices(TLP_LABELS))
    .option('--releasable-to <names>', 'readers, with --class: unit:ID, account:ID or role:ROLE, with commas', wordList)
    .option('--review-at <time>', `with --class: ${REVIEW_AT}`)
    .action(observe);
  withExercise(evaluation.command('rate'))
    .description('rate an objective; the rating replaces the proposed one')
    .argument('<objective>', OBJECTIVE)
    .argument('<rating>', `${RATINGS.join(', ')}: without, with some, with major challenges; unable to be performed`)
    .requiredOption('--reason <text>', 'reason for the rating')
    .action(rate);
  withExercise(evaluation.command('improve'))
    .description('add a row to the improvement plan')
    .argument('<action>', 'the corrective action')
    .addOption(element().makeOptionMandatory())
    .requiredOption('--organization <name>', 'organization that is responsible')
    .option('--contact <text>', 'person to contact')
    .option('--start <date>', 'start, such as 2026-12-31')
    .option('--completion <date>', 'completion, such as 2026-12-31')
    .option('--objective <text>', OBJECTIVE)
    .option('--observation <id>', 'observation that it answers, such as OBS-0001')
    .action(improve);
}

const OBJECTIVE = 'objective, as an expectation of the scenario names it';

async function list({ json, ...options }: ExerciseOptions & JsonOption): Promise<void> {
  const { api, exercise } = await connectExercise(options);
  const all = await everyEventOf(api, exercise, [...OBSERVATION_EVENTS, 'ObjectiveRated', 'ImprovementPlanned']);
  const given = all.filter(({ type }) => type === 'ObjectiveRated' || type === 'ImprovementPlanned');
  const events = [...observationsIn(all), ...given].sort((a, b) => a.seq - b.seq) as EvaluationEvent[];
  printResult({ json }, events, () =>
    tableText([['AT', 'WHAT', 'KIND', 'FOR', 'OBJECTIVE', 'TEXT'], ...events.map(rowOf)]),
  );
}

type EvaluationEvent =
  | EventViewOf<'ObservationRecorded'>
  | EventViewOf<'ObjectiveRated'>
  | EventViewOf<'ImprovementPlanned'>;

function rowOf(event: EvaluationEvent): string[] {
  const at = formatExerciseTime(event.at);
  switch (event.type) {
    case 'ObservationRecorded':
      return [
        at,
        event.data.observation,
        event.data.kind,
        event.audience === 'CONTROL' ? '' : `${event.audience} ${event.data.label?.tlp ?? ''}`,
        event.data.objective ?? '',
        event.data.text,
      ];
    case 'ObjectiveRated':
      return [at, 'rating', event.data.rating, '', event.data.objective, event.data.reason];
    case 'ImprovementPlanned':
      return [at, event.data.improvement, 'improvement', '', event.data.objective ?? '', event.data.correctiveAction];
    default:
      return event satisfies never;
  }
}

async function observe(text: string, options: ObserveOptions): Promise<void> {
  const { strength = false, improve: weakness = false, objective, incident, recommendation, event } = options;
  if (strength === weakness) throw unusable('Give either --strength or --improve.');
  const { class: releasedTo, tlp, releasableTo, reviewAt } = options;
  if (releasedTo === undefined && (tlp ?? releasableTo ?? reviewAt) !== undefined) {
    throw unusable('Give --class, too: without it, the observation is for exercise control only.');
  }
  await send('observations', options, {
    kind: strength ? 'strength' : 'area-for-improvement',
    text,
    objective,
    incident,
    recommendation,
    capabilityElement: options.element,
    evidence: event,
    label: releasedTo === undefined ? undefined : { class: releasedTo, tlp, releasableTo, reviewAt },
  });
}

async function rate(
  objective: string,
  rating: Rating,
  options: ExerciseOptions & { readonly reason: string },
): Promise<void> {
  await send('ratings', options, { objective, rating, reason: options.reason });
}

async function improve(correctiveAction: string, options: ImproveOptions): Promise<void> {
  const { element: capabilityElement, organization, contact, start, completion, objective, observation } = options;
  const row = { correctiveAction, capabilityElement, organization, contact, start, completion, objective, observation };
  await send('improvements', options, row);
}

/** Prints the line of the log. */
async function send(what: string, options: ExerciseOptions, json: unknown): Promise<void> {
  const { api, exercise } = await connectExercise(options);
  const answer = await api.send<CommandAnswer>(path('exercises', exercise, what), { method: 'POST', json });
  if ('status' in answer) {
    process.stdout.write(`${PENDING_TEXT}\n`);
    return;
  }
  const print = (line: string): void => void process.stdout.write(`${line}\n`);
  const printer = new EventPrinter({ print, paint: paintFor(process.stdout), columns: () => process.stdout.columns });
  printer.show(answer.events);
}

function eventNumbers(text: string, before: readonly number[] = []): number[] {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new InvalidArgumentError('Give the number of an event.');
  return [...before, Number(text)];
}
