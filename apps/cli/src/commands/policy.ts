/** `tandem policy`: the escalation policy of a running exercise, shown and changed, through the API. */
import type { Command } from 'commander';
import { readAuthored } from '../files/authored-file.js';
import type { Policy } from '#domain/policy/policy.js';
import { path } from '../client/api-client.js';
import { connectApi, withConnection, type ConnectionOptions } from '../client/connection.js';
import { chooseExercise, type CommandAnswer } from '../client/exercises.js';
import { tellWarnings } from '../client/warnings.js';
import { unusable } from '../failure.js';
import { harmless } from '../terminal/terminal-text.js';
import { nameOf } from '../files/input-file.js';

interface PolicyOptions extends ConnectionOptions {
  readonly exercise?: string;
}

export function addPolicy(program: Command): void {
  const policy = program.command('policy').description('show and change the escalation policy of an exercise');
  const within = (command: Command): Command =>
    withConnection(command).option('--exercise <id>', 'absent: the latest that has not ended');
  within(policy.command('show'))
    .description('the policy that holds for incidents to come, as JSON with durations in ms')
    .option('--yaml', 'as a scenario file writes it: to be edited, and given back with `policy set`')
    .action(show);
  within(policy.command('set'))
    .description('change it for incidents to come; those that are open keep theirs')
    .argument('<file>', 'a file that holds `policy`, of a higher version; YAML or JSON; `-` is the standard input')
    .action(set);
}

async function show(options: PolicyOptions & { readonly yaml?: boolean }): Promise<void> {
  const api = await connectApi(options);
  const { id } = await chooseExercise(api, options.exercise);
  const policy = await api.send<Policy>(path('exercises', id, 'policy'));
  if (options.yaml !== true) {
    process.stdout.write(`${JSON.stringify(policy, undefined, 2)}\n`);
    return;
  }
  const { authoredPolicy } = await import('../files/authored-policy.js');
  process.stdout.write(authoredPolicy(policy));
}

async function set(file: string, options: PolicyOptions): Promise<void> {
  const authored = await readAuthored(file);
  const { policy } = authored.value;
  if (policy === undefined)
    throw unusable(`${nameOf(file)} holds no policy; name the file that has one under \`policy:\``);
  const api = await connectApi(options);
  const { id } = await chooseExercise(api, options.exercise);
  const answer = await authored.placing(() =>
    api.send<CommandAnswer>(path('exercises', id, 'policy'), { method: 'PUT', json: { policy } }),
  );
  if ('status' in answer) {
    process.stdout.write(`${id}: the command is stored, and will be applied when a worker gets to it\n`);
    return;
  }
  tellWarnings(answer);
  const { id: name, version } = await api.send<{ id: string; version: number }>(path('exercises', id, 'policy'));
  process.stdout.write(`${id}: policy ${harmless(name)}, version ${version}, for incidents to come\n`);
}
