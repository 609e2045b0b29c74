/** `tandem incident`: reads incidents and acts on them, through the API. */
import type { Command } from 'commander';
import type { z } from 'zod';
import type { EventType } from '#domain/kernel/event.js';
import { isEventOf } from '#contracts/events/event-of.js';
import type { EventView } from '#contracts/http/events.js';
import type { incidentView, notificationView } from '#contracts/http/incidents.js';
import { path, type ApiClient } from '../client/api-client.js';
import { applied } from '../client/commands.js';
import { connectExercise, withExercise, type ExerciseOptions } from '../client/connection.js';
import { everyPage } from '../client/every-page.js';
import { decisionsIn, everyRecord, notesIn } from '../client/every-record.js';
import { EventPrinter } from '../terminal/event-printer.js';
import { incidentRows, incidentText, writtenText } from '../terminal/incident-text.js';
import { decisionRows } from '../terminal/message-text.js';
import { paintFor } from '../terminal/paint.js';
import { printResult, withJson, type JsonOption } from '../terminal/output.js';
import { tableText } from '../terminal/table.js';
import { noteLabelFrom, withLabelOptions, type LabelOptions } from '../arguments/label-options.js';
import { timeOf } from '../arguments/time-argument.js';

type IncidentView = z.infer<typeof incidentView>;
type NotificationView = z.infer<typeof notificationView>;

interface ListOptions extends ExerciseOptions, JsonOption {
  readonly overdueAfter?: string;
  readonly sort?: string;
}

interface ReasonOptions extends ExerciseOptions {
  readonly reason?: string;
}

const INCIDENT = 'its id, such as INC-0001';
const ACCOUNT = 'the id of the account';

export function addIncident(program: Command): void {
  const incident = program
    .command('incident')
    .description('list and show incidents; ask units, escalate, report progress, write notes, resolve, close, cancel');
  withJson(withExercise(incident.command('list')))
    .description('list incidents, latest first')
    .option('--overdue-after <time>', 'only those whose next step is due by this time, such as T+00:10, 1h30m or 90s')
    .option(
      '--sort <field>',
      'openedAt, severity, status, id, nextStepAt or deadline; with a leading - in descending order',
    )
    .action(list);
  withJson(withExercise(incident.command('show')))
    .description('show an incident with its chains, notifications and notes')
    .argument('<incident>', INCIDENT)
    .action(show);
  withExercise(incident.command('ask'))
    .description('ask a unit for an action; operators can ask the units of their side')
    .argument('<incident>', INCIDENT)
    .argument('<unit>', 'its id')
    .argument('<action>', 'respond, secure, advise, inform or consular')
    .requiredOption('--reason <text>', 'reason, for the log')
    .action(ask);
  withExercise(incident.command('restart'))
    .description('restart a halted or exhausted chain from its first step')
    .argument('<incident>', INCIDENT)
    .argument('<chain>', 'its name')
    .option('--reason <text>', 'reason, kept with the command')
    .action((id: string, chain: string, { reason, ...options }: ReasonOptions) =>
      act(options, id, ['chains', chain, 'restart'], { reason }),
    );
  withExercise(incident.command('escalate'))
    .description('start the next step of each active chain, or of one chain, now')
    .argument('<incident>', INCIDENT)
    .option('--chain <name>', 'only this chain')
    .action((id: string, { chain, ...options }: ExerciseOptions & { chain?: string }) =>
      act(options, id, ['escalate'], { chain }),
    );
  withExercise(incident.command('progress'))
    .description('report the progress of a unit')
    .argument('<incident>', INCIDENT)
    .argument('<unit>', 'its id')
    .argument('<progress>', 'enRoute, onScene or clear')
    .action((id: string, unit: string, progress: string, options: ExerciseOptions) =>
      act(options, id, ['progress'], { unit, progress }),
    );
  withLabelOptions(withExercise(incident.command('note')))
    .description('write a note for your own side; it cannot be changed later')
    .argument('<incident>', INCIDENT)
    .argument('<text>', 'up to 2000 characters')
    .option('--shared', 'for everybody who can see the incident')
    .action(note);
  withExercise(incident.command('override'))
    .description('record that a side has acknowledged (controllers only)')
    .argument('<incident>', INCIDENT)
    .argument('<side>', 'PAK or CHN')
    .requiredOption('--reason <text>', 'reason, for the log')
    .action((id: string, side: string, { reason, ...options }: ReasonOptions) =>
      act(options, id, ['override'], { side, reason }),
    );
  addDecisions(incident);
  addCharge(incident);
}

function addCharge(incident: Command): void {
  const commander = incident.command('commander').description('choose who decides for both sides about an incident');
  const steps = { propose: 'propose an account', confirm: 'confirm the account that the other side has proposed' };
  for (const [name, description] of Object.entries(steps)) {
    withExercise(commander.command(name))
      .description(description)
      .argument('<incident>', INCIDENT)
      .argument('<account>', ACCOUNT)
      .action((id: string, account: string, options: ExerciseOptions) =>
        act(options, id, ['commander', name], { account }),
      );
  }
  withExercise(incident.command('assign'))
    .description('assign an incident to somebody of your side; the other side does not see it')
    .argument('<incident>', INCIDENT)
    .argument('<account>', ACCOUNT)
    .action((id: string, account: string, options: ExerciseOptions) => act(options, id, ['assign'], { account }));
  withExercise(incident.command('hand-over'))
    .description('offer to hand an incident over; you stay in charge until it is confirmed')
    .argument('<incident>', INCIDENT)
    .argument('<account>', ACCOUNT)
    .requiredOption('--briefing <text>', 'what the next one needs to know, up to 2000 characters')
    .action((id: string, to: string, { briefing, ...options }: ExerciseOptions & { readonly briefing: string }) =>
      act(options, id, ['hand-over'], { to, briefing }),
    );
  withExercise(incident.command('confirm-handover'))
    .description('confirm the handover that was offered to you')
    .argument('<incident>', INCIDENT)
    .action((id: string, options: ExerciseOptions) => act(options, id, ['confirm-handover'], {}));
}

/** An operator decides for their own side; an incident of both sides waits for the other. */
const DECISIONS = {
  close: 'close a resolved incident now; if both sides know of it, both must decide so',
  cancel: 'cancel an incident and withdraw its open notifications; if both sides know of it, both must decide so',
  resolve: 'resolve an incident and withdraw its open notifications; if both sides know of it, both must decide so',
} as const;

function addDecisions(incident: Command): void {
  for (const [name, description] of Object.entries(DECISIONS)) {
    withExercise(incident.command(name))
      .description(description)
      .argument('<incident>', INCIDENT)
      .option('--reason <text>', 'reason, for the log; required of controllers if both sides know of the incident')
      .action((id: string, { reason, ...options }: ReasonOptions) => act(options, id, [name], { reason }));
  }
  withExercise(incident.command('withdraw-decision'))
    .description('withdraw the decision of your side while it waits for the other side')
    .argument('<incident>', INCIDENT)
    .action((id: string, options: ExerciseOptions) => act(options, id, ['withdraw-decision'], {}));
}

async function list({ json, overdueAfter, sort, ...options }: ListOptions): Promise<void> {
  const due = overdueAfter === undefined ? undefined : timeOf(overdueAfter);
  const { api, exercise } = await connectExercise(options);
  const query = { overdueAfter: due, sort };
  const incidents = await everyPage<IncidentView>(api, path('exercises', exercise, 'incidents'), query);
  printResult({ json }, incidents, (items) => tableText(incidentRows(items)));
}

async function show(id: string, { json, ...options }: ExerciseOptions & JsonOption): Promise<void> {
  const { api, exercise } = await connectExercise(options);
  const incident = await read(api, exercise, id);
  const notifications = await everyPage<NotificationView>(api, path('exercises', exercise, 'notifications'), {
    incident: id,
    sort: 'queuedAt',
  });
  const records = await everyRecord(api, exercise, { incident: id });
  const notes = notesIn(records);
  const decisionLog = decisionsIn(records);
  printResult({ json }, { ...incident, notifications, notes, decisionLog }, () =>
    [
      incidentText(incident, notifications, notes),
      ...(decisionLog.length === 0 ? [] : [tableText(decisionRows(decisionLog))]),
    ].join('\n'),
  );
}

async function ask(id: string, unit: string, action: string, { reason, ...options }: ReasonOptions): Promise<void> {
  const { api, exercise } = await connectExercise(options);
  const body = { unit, action, reason };
  const done = await applied(api, path('exercises', exercise, 'incidents', id, 'ask'), body);
  if (done === undefined) return;
  const asked = done.events.find(({ type }) => type === 'UnitAsked')?.data['notification'];
  process.stdout.write(`${id}: asked ${unit} to ${action}, notification ${String(asked)}\n`);
}

async function note(
  id: string,
  text: string,
  { shared, ...options }: ExerciseOptions & LabelOptions & { shared?: boolean },
): Promise<void> {
  const { api, exercise } = await connectExercise(options);
  const done = await applied(api, path('exercises', exercise, 'incidents', id, 'notes'), {
    text,
    shared,
    label: noteLabelFrom(options),
  });
  const noted = done?.events.find((event) => isEventOf(event, 'IncidentNoted'));
  if (noted) process.stdout.write(writtenText(noted.data.note, noted));
}

/** Whom a decision waits for, and who is in charge, is seen in no row of the incident. */
const SAID: ReadonlySet<string> = new Set<EventType>([
  'SideDecided',
  'SideDecisionWithdrawn',
  'DecisionDeadlocked',
  'IncidentResolved',
  'IncidentClosed',
  'IncidentCancelled',
  'CommanderProposed',
  'CommanderChosen',
  'IncidentAssigned',
  'HandoverOffered',
  'HandedOver',
]);

function decisionsText(events: readonly EventView[]): string {
  const lines: string[] = [];
  const print = (line: string): void => void lines.push(`${line}\n`);
  const columns = (): number => process.stdout.columns;
  new EventPrinter({ paint: paintFor(process.stdout), print, columns }).show(
    events.filter(({ type }) => SAID.has(type)),
  );
  return lines.join('');
}

async function act(options: ExerciseOptions, id: string, route: readonly string[], body: object): Promise<void> {
  const { api, exercise } = await connectExercise(options);
  const done = await applied(api, path('exercises', exercise, 'incidents', id, ...route), body);
  if (done === undefined) return;
  process.stdout.write(decisionsText(done.events));
  process.stdout.write(tableText(incidentRows([await read(api, exercise, id)])));
}

function read(api: ApiClient, exercise: string, id: string): Promise<IncidentView> {
  return api.send<IncidentView>(path('exercises', exercise, 'incidents', id));
}
