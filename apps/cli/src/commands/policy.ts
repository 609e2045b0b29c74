/** `tandem policy`: shows and changes the escalation policy of an exercise, through the API. */
import { isDeepStrictEqual } from 'node:util';
import { Option, type Command } from 'commander';
import type { Policy } from '#domain/policy/policy.js';
import { policyView } from '#contracts/policy/policy-schema.js';
import { readAuthored } from '../files/authored-file.js';
import { path } from '../client/api-client.js';
import { PENDING_TEXT } from '../client/commands.js';
import { connectExercise, withExercise, type ExerciseOptions } from '../client/connection.js';
import type { CommandAnswer } from '../client/exercises.js';
import { printWarnings } from '../client/warnings.js';
import { unusable } from '../failure.js';
import { printResult, withJson, type JsonOption } from '../terminal/output.js';
import { policyText } from '../terminal/policy-text.js';
import { harmless } from '../terminal/terminal-text.js';
import { nameOf } from '../files/input-file.js';

export function addPolicy(program: Command): void {
  const policy = program.command('policy').description('show and change the escalation policy of an exercise');
  withJson(withExercise(policy.command('show')))
    .description('show the policy for new incidents; `tandem policy set -` reads what --json and --yaml print')
    .addOption(new Option('--yaml', 'print YAML, as in a scenario file').conflicts('json'))
    .action(show);
  withExercise(policy.command('set'))
    .description('change the policy for new incidents; open incidents keep theirs')
    .argument(
      '<file>',
      'a file with `policy:` as in a scenario file, or the JSON of `policy show --json`, with a higher version; ' +
        '`-` is the standard input',
    )
    .action(set);
}

async function show({ json, yaml, ...options }: ExerciseOptions & JsonOption & { yaml?: boolean }): Promise<void> {
  const { api, exercise } = await connectExercise(options);
  const policy = await api.send<Policy>(path('exercises', exercise, 'policy'));
  if (yaml === true) {
    const { authoredPolicyText } = await import('../files/authored-policy.js');
    process.stdout.write(authoredPolicyText(policy));
    return;
  }
  printResult({ json }, policy, policyText);
}

async function set(file: string, options: ExerciseOptions): Promise<void> {
  const { authoredPolicy } = await import('../files/authored-policy.js');
  const authored = await readAuthored(file);
  const policy = authored.value['policy'] ?? fromApi(authored.value, file, authoredPolicy);
  const { api, exercise } = await connectExercise(options);
  const route = path('exercises', exercise, 'policy');
  const inForce = await api.send<Policy>(route);
  // What `policy show` printed, given back as it is: there is nothing to change, so no higher version is needed.
  if (isDeepStrictEqual(policy, authoredPolicy(inForce))) {
    process.stdout.write(`${exercise}: ${titleOf(inForce)} is already in force; nothing was changed\n`);
    return;
  }
  const answer = await authored.placing(() => api.send<CommandAnswer>(route, { method: 'PUT', json: { policy } }));
  if ('status' in answer) {
    process.stdout.write(`${exercise}: ${PENDING_TEXT}\n`);
    return;
  }
  printWarnings(answer);
  process.stdout.write(`${exercise}: ${titleOf(await api.send<Policy>(route))} applies to new incidents\n`);
}

/** The JSON of the API, with durations in ms, in the form of scenario files. @throws Failure when it is neither */
function fromApi<T>(value: unknown, file: string, authoredPolicy: (policy: Policy) => T): T {
  const { success, data, error } = policyView.safeParse(value);
  if (success) return authoredPolicy(data);
  const isApiForm = typeof value === 'object' && value !== null && 'correlationWindowMs' in value;
  const [issue] = error.issues;
  const reason = isApiForm && issue ? `${issue.path.join('.')}: ${issue.message}` : 'it has no `policy:`';
  throw unusable(harmless(`${nameOf(file)} does not contain a policy: ${reason}`));
}

function titleOf({ id, version }: Policy): string {
  return harmless(`policy ${id}, version ${version},`);
}
