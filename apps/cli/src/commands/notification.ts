/** `tandem notification`: who was asked, and what they answer, through the API. */
import type { Command } from 'commander';
import type { z } from 'zod';
import type { notificationView } from '#contracts/http/incidents.js';
import { path } from '../client/api-client.js';
import { applied } from '../client/commands.js';
import { connectApi, withConnection, type ConnectionOptions } from '../client/connection.js';
import { everyPage } from '../client/every-page.js';
import { notificationRows } from '../terminal/incident-text.js';
import { tableText } from '../terminal/table.js';
import { timeOf } from '../arguments/time-argument.js';

type NotificationView = z.infer<typeof notificationView>;

interface ListOptions extends ConnectionOptions {
  readonly incident?: string;
  readonly unit?: string;
  readonly status?: string;
  readonly overdueAfter?: string;
  readonly sort?: string;
  readonly json?: boolean;
}

const EXERCISE = 'id of the exercise';
const NOTIFICATION = 'its id, as INC-0001.N1';

export function addNotification(program: Command): void {
  const notification = program
    .command('notification')
    .description('list notifications; acknowledge or decline one for its unit');
  withConnection(notification.command('list'))
    .description('notifications, latest first')
    .argument('<exercise>', EXERCISE)
    .option('--incident <id>', 'only of this incident')
    .option('--unit <id>', 'only to this unit')
    .option('--status <status>', 'only these: sent, delivered, acknowledged, declined, expired …; several with commas')
    .option('--overdue-after <time>', 'only those that expire by then, as T+00:10, 1h30m or 90s')
    .option('--sort <field>', 'queuedAt, expiresAt, unit or id; with - before it, downwards')
    .option('--json', 'as JSON')
    .action(list);
  withConnection(notification.command('acknowledge'))
    .description('acknowledge: the unit will take the action')
    .argument('<exercise>', EXERCISE)
    .argument('<notification>', NOTIFICATION)
    .action((exercise: string, id: string, options: ConnectionOptions) =>
      answer(options, exercise, id, 'acknowledge', {}),
    );
  withConnection(notification.command('decline'))
    .description('decline: the unit will not take the action')
    .argument('<exercise>', EXERCISE)
    .argument('<notification>', NOTIFICATION)
    .requiredOption('--reason <text>', 'for the log')
    .action((exercise: string, id: string, { reason, ...options }: ConnectionOptions & { reason: string }) =>
      answer(options, exercise, id, 'decline', { reason }),
    );
}

async function list(
  exercise: string,
  { overdueAfter, json, incident, unit, status, sort, ...options }: ListOptions,
): Promise<void> {
  const due = overdueAfter === undefined ? undefined : timeOf(overdueAfter);
  const api = await connectApi(options);
  const query = { incident, unit, status, overdueAfter: due, sort };
  const notifications = await everyPage<NotificationView>(api, path('exercises', exercise, 'notifications'), query);
  const text =
    json === true ? `${JSON.stringify(notifications, undefined, 2)}\n` : tableText(notificationRows(notifications));
  process.stdout.write(text);
}

async function answer(
  options: ConnectionOptions,
  exercise: string,
  id: string,
  kind: 'acknowledge' | 'decline',
  body: object,
): Promise<void> {
  const api = await connectApi(options);
  const route = path('exercises', exercise, 'notifications', id);
  if (!(await applied(api, `${route}/${kind}`, body))) return;
  process.stdout.write(tableText(notificationRows([await api.send<NotificationView>(route)])));
}
