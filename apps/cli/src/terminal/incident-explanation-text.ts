/** An incident's explanation for people: its chains with their questions, then what can be done. */
import { formatExerciseTime } from '#contracts/scenario/duration.js';
import type {
  ChainStanding,
  IncidentExplanation,
  PossibleAct,
  QuestionStanding,
} from '#domain/engine/explain-incident.js';
import { requirementText } from './explanation-text.js';
import type { Paint } from './paint.js';
import { harmless } from './terminal-text.js';

/** @param exercise its id, for the command lines */
export function incidentExplanationLines(explanation: IncidentExplanation, paint: Paint, exercise: string): string[] {
  const { incident, at, status, joint, acknowledged, chains, possible, notTried } = explanation;
  const sides = acknowledged.length === 0 ? '' : ` (${acknowledged.join(', ')})`;
  return [
    `${paint('bold', 'EXERCISE')} ${harmless(incident)} at ${formatExerciseTime(at)}: ${status}, acknowledgement ${joint}${sides}`,
    ...chains.flatMap((chain) => ['', ...chainLines(chain, paint)]),
    '',
    paint('bold', 'What can be done now'),
    ...(possible.length === 0
      ? ['  nothing with this token']
      : possible.map((act) => `  ${harmless(commandLine(exercise, incident, act))}`)),
    ...(notTried === 0 ? [] : [`  ${notTried} more units and notifications were not looked at`]),
  ];
}

function chainLines(chain: ChainStanding, paint: Paint): string[] {
  const round = chain.round === 0 ? '' : `, round ${chain.round + 1}`;
  const next = chain.nextStepAt === undefined ? '' : `, next step at ${formatExerciseTime(chain.nextStepAt)}`;
  return [
    `${paint('bold', `Chain ${harmless(chain.chain)}`)}, ${chain.status}${next}`,
    `  step ${chain.step + 1} of ${chain.steps}, ${harmless(chain.stepId)}${round}: ${requirementText(chain.requirement)}, ${metText(chain)}`,
    ...chain.questions.map((question) => `    ${questionText(question, paint)}`),
    ...chain.unreached.map(({ target, reason }) => harmless(`    not ${target}: ${reason}`)),
  ];
}

function metText({ met, impossible, missingSides = [] }: ChainStanding): string {
  if (met) return 'met';
  const missing = missingSides.length === 0 ? '' : `, ${missingSides.join(' and ')} missing`;
  return `${impossible ? 'impossible' : 'not met yet'}${missing}`;
}

function questionText(
  { unit, side, action, state, notification, status, reason }: QuestionStanding,
  paint: Paint,
): string {
  const by = notification === undefined ? '' : `, ${notification}`;
  const how =
    status === undefined || status === 'acknowledged' ? '' : ` (${status}${reason === undefined ? '' : `: ${reason}`})`;
  return `${paint(side === 'PAK' ? 'pak' : 'chn', side)} ${harmless(`${unit} to ${action}: ${state}${by}${how}`)}`;
}

/** What one would type; what the actor has to add stands in capitals. */
function commandLine(exercise: string, incident: string, act: PossibleAct): string {
  const words = wordsOf(incident, act);
  const given = words.filter((word) => word !== undefined).map(quoted);
  return ['tandem', ...given, ...act.needs.map(neededWords), '--exercise', quoted(exercise)].join(' ');
}

function neededWords(need: PossibleAct['needs'][number]): string {
  switch (need) {
    case 'reason':
      return '--reason "REASON"';
    case 'text':
      return '"TEXT"';
    default:
      return need satisfies never;
  }
}

function wordsOf(incident: string, act: PossibleAct): readonly (string | undefined)[] {
  const { command, chain, side, unit, action, notification, progress } = act;
  switch (command) {
    case 'AcknowledgeNotification':
      return ['notification', 'ack', notification];
    case 'DeclineNotification':
      return ['notification', 'decline', notification];
    case 'NoteIncident':
      return ['incident', 'note', incident];
    case 'EscalateIncident':
      return ['incident', 'escalate', incident, '--chain', chain];
    case 'RestartChain':
      return ['incident', 'restart', incident, chain];
    case 'AskUnit':
      return ['incident', 'ask', incident, unit, action];
    case 'OverrideAcknowledgement':
      return ['incident', 'override', incident, side];
    case 'ReportProgress':
      return ['incident', 'progress', incident, unit, progress];
    case 'ResolveIncident':
      return ['incident', 'resolve', incident];
    case 'CloseIncident':
      return ['incident', 'close', incident];
    case 'CancelIncident':
      return ['incident', 'cancel', incident];
    case 'WithdrawDecision':
      return ['incident', 'withdraw-decision', incident];
    default:
      return [command, incident];
  }
}

/** For a shell. */
function quoted(word: string): string {
  return /^[\w.:/-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
