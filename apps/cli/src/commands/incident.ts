/** `tandem incident`: what is under way, and what is done about it by hand, through the API. */
import type { Command } from 'commander';
import type { z } from 'zod';
import { isEventOf } from '#contracts/events/event-of.js';
import type { incidentView, notificationView } from '#contracts/http/incidents.js';
import { path, type ApiClient } from '../client/api-client.js';
import { applied } from '../client/commands.js';
import { connectApi, withConnection, type ConnectionOptions } from '../client/connection.js';
import { everyEvent } from '../client/every-event.js';
import { everyPage } from '../client/every-page.js';
import { incidentRows, incidentText, readersText } from '../terminal/incident-text.js';
import { tableText } from '../terminal/table.js';
import { timeOf } from '../arguments/time-argument.js';

type IncidentView = z.infer<typeof incidentView>;
type NotificationView = z.infer<typeof notificationView>;

interface ListOptions extends ConnectionOptions {
  readonly overdueAfter?: string;
  readonly sort?: string;
  readonly json?: boolean;
}

interface ReasonOptions extends ConnectionOptions {
  readonly reason?: string;
}

const EXERCISE = 'id of the exercise';
const INCIDENT = 'its id, as INC-0001';

export function addIncident(program: Command): void {
  const incident = program
    .command('incident')
    .description('list and show incidents; escalate, ask a unit, report progress, note, override, resolve, close');
  withConnection(incident.command('list'))
    .description('incidents, latest first')
    .argument('<exercise>', EXERCISE)
    .option('--overdue-after <time>', 'only those whose next step is due by then, as T+00:10, 1h30m or 90s')
    .option('--sort <field>', 'openedAt, severity, status, id, nextStepAt or deadline; with - before it, downwards')
    .option('--json', 'as JSON')
    .action(list);
  withConnection(incident.command('show'))
    .description('an incident with its chains, who was asked, and notes')
    .argument('<exercise>', EXERCISE)
    .argument('<incident>', INCIDENT)
    .option('--json', 'as JSON')
    .action(show);
  withConnection(incident.command('ask'))
    .description('ask a unit for an action by hand; operators ask units of their side')
    .argument('<exercise>', EXERCISE)
    .argument('<incident>', INCIDENT)
    .argument('<unit>', 'its id')
    .argument('<action>', 'respond, secure, advise, inform or consular')
    .requiredOption('--reason <text>', 'for the log')
    .action(ask);
  withConnection(incident.command('restart'))
    .description('start a halted or exhausted chain again, from its first step')
    .argument('<exercise>', EXERCISE)
    .argument('<incident>', INCIDENT)
    .argument('<chain>', 'its name')
    .option('--reason <text>', 'kept with the command')
    .action((exercise: string, id: string, chain: string, { reason, ...options }: ReasonOptions) =>
      act(options, exercise, id, ['chains', chain, 'restart'], { reason }),
    );
  withConnection(incident.command('escalate'))
    .description('start the next step now, of each chain that is at work or of one')
    .argument('<exercise>', EXERCISE)
    .argument('<incident>', INCIDENT)
    .option('--chain <name>', 'only of this one')
    .action((exercise: string, id: string, { chain, ...options }: ConnectionOptions & { chain?: string }) =>
      act(options, exercise, id, ['escalate'], { chain }),
    );
  withConnection(incident.command('progress'))
    .description('report how far a unit has come')
    .argument('<exercise>', EXERCISE)
    .argument('<incident>', INCIDENT)
    .argument('<unit>', 'its id')
    .argument('<progress>', 'enRoute, onScene or clear')
    .action((exercise: string, id: string, unit: string, progress: string, options: ConnectionOptions) =>
      act(options, exercise, id, ['progress'], { unit, progress }),
    );
  withConnection(incident.command('note'))
    .description('write a note, for your own side unless it is shared; it stays as it is')
    .argument('<exercise>', EXERCISE)
    .argument('<incident>', INCIDENT)
    .argument('<text>', 'up to 2000 characters')
    .option('--shared', 'for everybody who may know of the incident')
    .action(note);
  withConnection(incident.command('override'))
    .description('count a side as having acknowledged; for controllers')
    .argument('<exercise>', EXERCISE)
    .argument('<incident>', INCIDENT)
    .argument('<side>', 'PAK or CHN')
    .requiredOption('--reason <text>', 'for the log')
    .action((exercise: string, id: string, side: string, { reason, ...options }: ReasonOptions) =>
      act(options, exercise, id, ['override'], { side, reason }),
    );
  withConnection(incident.command('close'))
    .description('close a resolved incident before its time')
    .argument('<exercise>', EXERCISE)
    .argument('<incident>', INCIDENT)
    .action((exercise: string, id: string, options: ConnectionOptions) => act(options, exercise, id, ['close'], {}));
  withConnection(incident.command('resolve'))
    .description('resolve an incident; open notifications are withdrawn')
    .argument('<exercise>', EXERCISE)
    .argument('<incident>', INCIDENT)
    .option('--reason <text>', 'for the log')
    .action((exercise: string, id: string, { reason, ...options }: ReasonOptions) =>
      act(options, exercise, id, ['resolve'], { reason }),
    );
}

async function list(exercise: string, { overdueAfter, sort, json, ...options }: ListOptions): Promise<void> {
  const due = overdueAfter === undefined ? undefined : timeOf(overdueAfter);
  const api = await connectApi(options);
  const query = { overdueAfter: due, sort };
  const incidents = await everyPage<IncidentView>(api, path('exercises', exercise, 'incidents'), query);
  const text = json === true ? `${JSON.stringify(incidents, undefined, 2)}\n` : tableText(incidentRows(incidents));
  process.stdout.write(text);
}

async function show(exercise: string, id: string, options: ConnectionOptions & { json?: boolean }): Promise<void> {
  const api = await connectApi(options);
  const incident = await read(api, exercise, id);
  const notifications = await everyPage<NotificationView>(api, path('exercises', exercise, 'notifications'), {
    incident: id,
    sort: 'queuedAt',
  });
  const noted = await everyEvent(api, exercise, 'IncidentNoted');
  const notes = noted.filter(({ data }) => data.incident === id);
  const text =
    options.json === true
      ? JSON.stringify({ ...incident, notifications, notes }, undefined, 2)
      : incidentText(incident, notifications, notes).trimEnd();
  process.stdout.write(`${text}\n`);
}

async function ask(
  exercise: string,
  id: string,
  unit: string,
  action: string,
  { reason, ...options }: ReasonOptions,
): Promise<void> {
  const api = await connectApi(options);
  const body = { unit, action, reason };
  const done = await applied(api, path('exercises', exercise, 'incidents', id, 'ask'), body);
  if (done === undefined) return;
  const asked = done.events.find(({ type }) => type === 'UnitAsked')?.data['notification'];
  process.stdout.write(`${id}: ${unit} is asked to ${action}, by ${String(asked)}\n`);
}

async function note(
  exercise: string,
  id: string,
  text: string,
  { shared, ...options }: ConnectionOptions & { shared?: boolean },
): Promise<void> {
  const api = await connectApi(options);
  const done = await applied(api, path('exercises', exercise, 'incidents', id, 'notes'), { text, shared });
  const noted = done?.events.find((event) => isEventOf(event, 'IncidentNoted'));
  if (noted) process.stdout.write(`${noted.data.note}: noted for ${readersText(noted.audience)}\n`);
}

async function act(
  options: ConnectionOptions,
  exercise: string,
  id: string,
  route: readonly string[],
  body: object,
): Promise<void> {
  const api = await connectApi(options);
  if (!(await applied(api, path('exercises', exercise, 'incidents', id, ...route), body))) return;
  process.stdout.write(tableText(incidentRows([await read(api, exercise, id)])));
}

function read(api: ApiClient, exercise: string, id: string): Promise<IncidentView> {
  return api.send<IncidentView>(path('exercises', exercise, 'incidents', id));
}
