/** `tandem policy`: shows and changes the escalation policies of an exercise, and what the sides propose, through the API. */
import { isDeepStrictEqual } from 'node:util';
import { Option, type Command } from 'commander';
import type { z } from 'zod';
import type { Policy } from '#domain/policy/policy.js';
import { policyInForce, type policyProposals } from '#contracts/http/escalation.js';
import { formatExerciseTime } from '#contracts/scenario/duration.js';
import { readAuthored } from '../files/authored-file.js';
import { path, type ApiClient } from '../client/api-client.js';
import { applied, PENDING_TEXT } from '../client/commands.js';
import { connectExercise, withExercise, type ExerciseOptions } from '../client/connection.js';
import type { CommandAnswer } from '../client/exercises.js';
import { printWarnings } from '../client/warnings.js';
import { unusable } from '../failure.js';
import { printResult, withJson, type JsonOption } from '../terminal/output.js';
import { policyText } from '../terminal/policy-text.js';
import { tableText } from '../terminal/table.js';
import { harmless } from '../terminal/terminal-text.js';
import { nameOf } from '../files/input-file.js';

type InForce = Policy & Pick<z.infer<typeof policyInForce>, 'origin'>;
type Proposal = Omit<z.infer<typeof policyProposals>['items'][number], 'policy'> & { readonly policy: Policy };

interface Proposals {
  readonly items: readonly Proposal[];
}

interface ForOptions extends ExerciseOptions {
  readonly for?: string;
}

interface ReasonOptions extends ExerciseOptions {
  readonly reason?: string;
}

const FILE =
  'a file with `policy:` as in a scenario file, or the JSON of `policy show --json`, with a higher version; ' +
  '`-` is the standard input';
const PROPOSAL = 'its id, such as POL-0001';

export function addPolicy(program: Command): void {
  const policy = program
    .command('policy')
    .description('show and change the escalation policy of an exercise; propose one to the other side, and answer');
  withJson(withExercise(policy.command('show')))
    .description('show the policy for new incidents; `tandem policy set -` reads what --json and --yaml print')
    .option('--for <class>', 'JOINT, PAK or CHN: for incidents of both sides, or of your side alone')
    .addOption(new Option('--yaml', 'print YAML, as in a scenario file').conflicts('json'))
    .action(show);
  withExercise(policy.command('set'))
    .description('change the policy for new incidents; open incidents keep theirs (controllers only)')
    .argument('<file>', FILE)
    .option('--reason <text>', 'reason, for the log; needed when both sides have agreed on the policy in force')
    .action(set);
  withExercise(policy.command('set-own'))
    .description('change the policy for new incidents of your side alone; the other side does not see it')
    .argument('<file>', FILE)
    .option('--reason <text>', 'reason, for your own side')
    .action(setOwn);
  withExercise(policy.command('drop-own'))
    .description(
      'drop the policy of your side alone: its new incidents go by the common one; open incidents keep theirs',
    )
    .option('--reason <text>', 'reason, for your own side')
    .action(dropOwn);
  addProposals(policy);
}

function addProposals(policy: Command): void {
  withExercise(policy.command('propose'))
    .description('propose a policy for new incidents of both sides; it is in force once the other side approves it')
    .argument('<file>', FILE)
    .requiredOption('--reason <text>', 'reason, which the other side reads')
    .action(propose);
  withJson(withExercise(policy.command('proposals')))
    .description('list the policies that one side has proposed to the other, latest first')
    .action(proposals);
  withJson(withExercise(policy.command('proposal')))
    .description('show a proposed policy')
    .argument('<proposal>', PROPOSAL)
    .action(proposal);
  const answers = {
    approve: 'approve a policy that the other side proposes',
    reject: 'reject a policy that the other side proposes, with a reason',
    withdraw: 'withdraw a proposal of your side',
  } as const;
  for (const [name, description] of Object.entries(answers)) {
    const command = withExercise(policy.command(name)).description(description).argument('<proposal>', PROPOSAL);
    if (name === 'reject') command.requiredOption('--reason <text>', 'reason, which the other side reads');
    else command.option('--reason <text>', 'reason, which the other side reads');
    command.action((id: string, { reason, ...options }: ReasonOptions) => answer(options, id, name, reason));
  }
}

async function show({ json, yaml, for: of, ...options }: ForOptions & JsonOption & { yaml?: boolean }): Promise<void> {
  const { api, exercise } = await connectExercise(options);
  const policy = await api.send<InForce>(routeTo(exercise, of));
  if (yaml === true) {
    const { authoredPolicyText } = await import('../files/authored-policy.js');
    process.stdout.write(authoredPolicyText(policy));
    return;
  }
  printResult({ json }, policy, (shown) => policyText(shown, shown.origin));
}

async function set(file: string, { reason, ...options }: ReasonOptions): Promise<void> {
  const change = await changeIn(file, options);
  if (change === undefined) return;
  const { api, exercise, policy, authored } = change;
  const route = routeTo(exercise);
  const answered = await authored.placing(() =>
    api.send<CommandAnswer>(route, { method: 'PUT', json: { policy, reason } }),
  );
  if (isPending(exercise, answered)) return;
  process.stdout.write(`${exercise}: ${titleOf(await api.send<Policy>(route))} applies to new incidents\n`);
}

async function setOwn(file: string, { reason, ...options }: ReasonOptions): Promise<void> {
  const { api, exercise, policy, authored } = await read(file, options);
  const route = path('exercises', exercise, 'policy', 'own');
  const answered = await authored.placing(() =>
    api.send<CommandAnswer>(route, { method: 'PUT', json: { policy, reason } }),
  );
  if (isPending(exercise, answered)) return;
  process.stdout.write(`${exercise}: the policy applies to new incidents of your side alone\n`);
}

async function dropOwn({ reason, ...options }: ReasonOptions): Promise<void> {
  const { api, exercise } = await connectExercise(options);
  if (!(await applied(api, path('exercises', exercise, 'policy', 'own', 'drop'), { reason }))) return;
  process.stdout.write(`${exercise}: the common policy applies to new incidents of your side alone\n`);
}

async function propose(file: string, { reason, ...options }: ReasonOptions): Promise<void> {
  const { api, exercise, policy, authored } = await read(file, options);
  const route = path('exercises', exercise, 'policy', 'proposals');
  const answered = await authored.placing(() =>
    api.send<CommandAnswer>(route, { method: 'POST', json: { policy, reason } }),
  );
  if (isPending(exercise, answered)) return;
  const proposed = answered.events.find(({ type }) => type === 'PolicyProposed');
  const id = (proposed?.data as { proposal?: string } | undefined)?.proposal ?? 'the proposal';
  process.stdout.write(`${harmless(`${exercise}: ${id} waits for the other side`)}\n`);
}

async function answer(options: ExerciseOptions, id: string, verb: string, reason: string | undefined): Promise<void> {
  const { api, exercise } = await connectExercise(options);
  const route = path('exercises', exercise, 'policy', 'proposals', id, verb);
  if (!(await applied(api, route, { reason }))) return;
  const done = { approve: 'approved', reject: 'rejected', withdraw: 'withdrawn' }[verb] ?? verb;
  process.stdout.write(`${harmless(`${exercise}: ${id} is ${done}`)}\n`);
}

async function proposals({ json, ...options }: ExerciseOptions & JsonOption): Promise<void> {
  const { api, exercise } = await connectExercise(options);
  const found = await api.send<Proposals>(path('exercises', exercise, 'policy', 'proposals'));
  printResult({ json }, found, ({ items }) => proposalsText(items));
}

async function proposal(id: string, { json, ...options }: ExerciseOptions & JsonOption): Promise<void> {
  const { api, exercise } = await connectExercise(options);
  const { items } = await api.send<Proposals>(path('exercises', exercise, 'policy', 'proposals'));
  const found = items.find((one) => one.id === id);
  if (!found) throw unusable(`${exercise} has no proposal "${id}"; see tandem policy proposals`);
  printResult({ json }, found, (one) => `${proposalsText([one])}\n${policyText(one.policy)}`);
}

function proposalsText(items: readonly Proposal[]): string {
  const rows = items.map(({ id, side, policy, status, deadlocked, proposedAt, reason, answer: why }) => [
    id,
    side,
    `${policy.id} ${policy.version}`,
    status === 'waiting' && deadlocked === true ? 'deadlocked' : status,
    formatExerciseTime(proposedAt),
    why === undefined ? reason : `${reason} / ${why}`,
  ]);
  return tableText([['ID', 'SIDE', 'POLICY', 'STATUS', 'PROPOSED', 'REASON'], ...rows]);
}

interface Read {
  readonly api: ApiClient;
  readonly exercise: string;
  readonly policy: unknown;
  readonly authored: Awaited<ReturnType<typeof readAuthored>>;
}

async function read(file: string, options: ExerciseOptions): Promise<Read> {
  const { toAuthoredPolicy } = await import('#scenario/compile/to-authored.js');
  const authored = await readAuthored(file);
  const policy = authored.value['policy'] ?? fromApi(authored.value, file, toAuthoredPolicy);
  return { ...(await connectExercise(options)), policy, authored };
}

/** Undefined: what `policy show` printed, given back as it is. There is nothing to change, so no higher version is needed. */
async function changeIn(file: string, options: ExerciseOptions): Promise<Read | undefined> {
  const { toAuthoredPolicy } = await import('#scenario/compile/to-authored.js');
  const change = await read(file, options);
  const { api, exercise, policy } = change;
  const inForce = await api.send<InForce>(routeTo(exercise));
  if (!isDeepStrictEqual(policy, toAuthoredPolicy(inForce))) return change;
  process.stdout.write(`${exercise}: ${titleOf(inForce)} is already in force; nothing was changed\n`);
  return undefined;
}

function isPending(exercise: string, answered: CommandAnswer): answered is Extract<CommandAnswer, { status: string }> {
  if ('status' in answered) {
    process.stdout.write(`${exercise}: ${PENDING_TEXT}\n`);
    return true;
  }
  printWarnings(answered);
  return false;
}

function routeTo(exercise: string, of?: string): string {
  const route = path('exercises', exercise, 'policy');
  return of === undefined ? route : `${route}?for=${encodeURIComponent(of)}`;
}

/** The JSON of the API, with durations in ms, in the form of scenario files. @throws Failure when it is neither */
function fromApi<T>(value: unknown, file: string, toAuthoredPolicy: (policy: Policy) => T): T {
  const { success, data, error } = policyInForce.partial({ origin: true }).safeParse(value);
  if (success) return toAuthoredPolicy(data);
  const isApiForm = typeof value === 'object' && value !== null && 'correlationWindowMs' in value;
  const [issue] = error.issues;
  const reason = isApiForm && issue ? `${issue.path.join('.')}: ${issue.message}` : 'it has no `policy:`';
  throw unusable(harmless(`${nameOf(file)} does not contain a policy: ${reason}`));
}

function titleOf({ id, version }: Policy): string {
  return harmless(`policy ${id}, version ${version},`);
}
