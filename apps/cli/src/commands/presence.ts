/** `tandem presence`: who is here. */
import type { Command } from 'commander';
import type { PresenceView } from '#contracts/http/presence.js';
import { path } from '../client/api-client.js';
import { connectApi, withConnection, type ConnectionOptions } from '../client/connection.js';
import { chooseExercise } from '../client/exercises.js';
import { tableText } from '../terminal/table.js';

export function addPresence(program: Command): void {
  withConnection(program.command('presence'))
    .description('who is here, as far as you may know; and who plays the units that people play')
    .argument('[exercise]', 'its id; absent: the latest that has not ended')
    .option('--json', 'as JSON')
    .action(show);
}

async function show(exercise: string | undefined, options: ConnectionOptions & { json?: boolean }): Promise<void> {
  const api = await connectApi(options);
  const { id } = await chooseExercise(api, exercise);
  const presence = await api.send<PresenceView>(path('exercises', id, 'presence'));
  if (options.json === true) {
    process.stdout.write(`${JSON.stringify(presence, undefined, 2)}\n`);
    return;
  }
  const { people, units } = presence;
  const rows = people.map(({ name, role, side, units: own, state, since, lastSeenAt }) => [
    name,
    role,
    side ?? '',
    own?.join(',') ?? '',
    since === undefined ? 'not yet here' : state,
    timeText(since),
    timeText(lastSeenAt),
  ]);
  process.stdout.write(
    tableText([['NAME', 'ROLE', 'SIDE', 'UNITS', 'STATE', 'SINCE (UTC)', 'LAST SEEN (UTC)'], ...rows]),
  );
  if (units === undefined || units.length === 0) return;
  const nameOf = (account: string): string => people.find((one) => one.account === account)?.name ?? account;
  const played = units.map(({ unit, side, answeredBy, here }) => [
    unit,
    side,
    answeredBy.length === 0 ? 'nobody' : answeredBy.map(nameOf).join(', '),
    here ? 'here' : 'away',
  ]);
  process.stdout.write(`\n${tableText([['PLAYED UNIT', 'SIDE', 'BY', 'STATE'], ...played])}`);
}

function timeText(time: string | undefined): string {
  return time === undefined ? '' : time.slice(0, 19).replace('T', ' ');
}
