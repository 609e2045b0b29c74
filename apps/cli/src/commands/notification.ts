/** `tandem notification`: who was asked for what, and answers in the name of a unit, through the API. */
import type { Command } from 'commander';
import type { z } from 'zod';
import type { notificationView } from '#contracts/http/incidents.js';
import { path } from '../client/api-client.js';
import { applied } from '../client/commands.js';
import { connectExercise, withExercise, type ExerciseOptions } from '../client/connection.js';
import { everyPage } from '../client/every-page.js';
import { notificationRows } from '../terminal/incident-text.js';
import { printResult, withJson, type JsonOption } from '../terminal/output.js';
import { tableText } from '../terminal/table.js';
import { withEarlierName } from '../arguments/earlier-name.js';
import { timeOf } from '../arguments/time-argument.js';

type NotificationView = z.infer<typeof notificationView>;

interface ListOptions extends ExerciseOptions, JsonOption {
  readonly incident?: string;
  readonly unit?: string;
  readonly status?: string;
  readonly overdueAfter?: string;
  readonly sort?: string;
}

const NOTIFICATION = 'its id, such as INC-0001.N1';

export function addNotification(program: Command): void {
  const notification = program
    .command('notification')
    .description('list notifications; acknowledge or decline one for its unit');
  withJson(withExercise(notification.command('list')))
    .description('list notifications, latest first')
    .option('--incident <id>', 'only those of this incident')
    .option('--unit <id>', 'only those to this unit')
    .option('--status <status>', 'only these: sent, delivered, acknowledged, declined, expired …; separate with commas')
    .option('--overdue-after <time>', 'only those that expire by this time, such as T+00:10, 1h30m or 90s')
    .option('--sort <field>', 'queuedAt, expiresAt, unit or id; with a leading - in descending order')
    .action(list);
  withJson(withExercise(notification.command('show')))
    .description('show a notification')
    .argument('<notification>', NOTIFICATION)
    .action(show);
  withEarlierName(notification, 'ack', 'acknowledge', (command) =>
    withExercise(command)
      .description('acknowledge: the unit will take the action')
      .argument('<notification>', NOTIFICATION)
      .action((id: string, options: ExerciseOptions) => answer(options, id, 'acknowledge', {})),
  );
  withExercise(notification.command('decline'))
    .description('decline: the unit will not take the action')
    .argument('<notification>', NOTIFICATION)
    .requiredOption('--reason <text>', 'reason, for the log')
    .action((id: string, { reason, ...options }: ExerciseOptions & { reason: string }) =>
      answer(options, id, 'decline', { reason }),
    );
}

async function list({ json, overdueAfter, incident, unit, status, sort, ...options }: ListOptions): Promise<void> {
  const due = overdueAfter === undefined ? undefined : timeOf(overdueAfter);
  const { api, exercise } = await connectExercise(options);
  const query = { incident, unit, status, overdueAfter: due, sort };
  const notifications = await everyPage<NotificationView>(api, path('exercises', exercise, 'notifications'), query);
  printResult({ json }, notifications, (items) => tableText(notificationRows(items)));
}

async function show(id: string, { json, ...options }: ExerciseOptions & JsonOption): Promise<void> {
  const { api, exercise } = await connectExercise(options);
  const found = await api.send<NotificationView>(path('exercises', exercise, 'notifications', id));
  printResult({ json }, found, (one) => tableText(notificationRows([one])));
}

async function answer(
  options: ExerciseOptions,
  id: string,
  kind: 'acknowledge' | 'decline',
  body: object,
): Promise<void> {
  const { api, exercise } = await connectExercise(options);
  const route = path('exercises', exercise, 'notifications', id);
  if (!(await applied(api, `${route}/${kind}`, body))) return;
  process.stdout.write(tableText(notificationRows([await api.send<NotificationView>(route)])));
}
