/** `tandem presence`: who is connected, through the API. */
import type { Command } from 'commander';
import type { PresenceView } from '#contracts/http/presence.js';
import { path } from '../client/api-client.js';
import { connectExercise, withExercise, type ExerciseOptions } from '../client/connection.js';
import { printResult, withJson, type JsonOption } from '../terminal/output.js';
import { tableText } from '../terminal/table.js';

export function addPresence(program: Command): void {
  const presence = program.command('presence').description('list who is connected to an exercise');
  // The default, because `tandem presence` was a command of its own before.
  withJson(withExercise(presence.command('list', { isDefault: true })))
    .description('list the people whom you may see, and who answers for the played units')
    .action(list);
}

async function list({ json, ...options }: ExerciseOptions & JsonOption): Promise<void> {
  const { api, exercise } = await connectExercise(options);
  printResult({ json }, await api.send<PresenceView>(path('exercises', exercise, 'presence')), presenceText);
}

function presenceText({ people, units }: PresenceView): string {
  const rows = people.map(({ name, role, side, units: own, state, since, lastSeenAt }) => [
    name,
    role,
    side ?? '',
    own?.join(',') ?? '',
    since === undefined ? 'not yet here' : state,
    secondText(since),
    secondText(lastSeenAt),
  ]);
  const ofPeople = tableText([['NAME', 'ROLE', 'SIDE', 'UNITS', 'STATE', 'SINCE (UTC)', 'LAST SEEN (UTC)'], ...rows]);
  if (units === undefined || units.length === 0) return ofPeople;
  const nameOf = (account: string): string => people.find((one) => one.account === account)?.name ?? account;
  const played = units.map(({ unit, side, answeredBy, here }) => [
    unit,
    side,
    answeredBy.length === 0 ? 'nobody' : answeredBy.map(nameOf).join(', '),
    here ? 'here' : 'away',
  ]);
  return `${ofPeople}\n${tableText([['PLAYED UNIT', 'SIDE', 'BY', 'STATE'], ...played])}`;
}

function secondText(time: string | undefined): string {
  return time === undefined ? '' : time.slice(0, 19).replace('T', ' ');
}
