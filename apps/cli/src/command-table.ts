/** Every command of `tandem`, and the program that commander runs. */
import { Command } from 'commander';
import { programVersion } from './files/project-files.js';

type AddCommand = (program: Command) => void;

/** By the heading under which `--help` lists them. Each is loaded only when it is needed. */
const GROUPS: Readonly<Record<string, Readonly<Record<string, () => Promise<AddCommand>>>>> = {
  'Run exercises:': {
    start: async () => (await import('./commands/start.js')).addStart,
    use: async () => (await import('./commands/use.js')).addUse,
    exercise: async () => (await import('./commands/exercise.js')).addExercise,
    scenario: async () => (await import('./commands/scenario.js')).addScenario,
    watch: async () => (await import('./commands/watch.js')).addWatch,
    forecast: async () => (await import('./commands/forecast.js')).addForecast,
    explain: async () => (await import('./commands/explain.js')).addExplain,
  },
  'Work in an exercise:': {
    alert: async () => (await import('./commands/alert.js')).addAlert,
    incident: async () => (await import('./commands/incident.js')).addIncident,
    notification: async () => (await import('./commands/notification.js')).addNotification,
    message: async () => (await import('./commands/message.js')).addMessage,
    decision: async () => (await import('./commands/decision.js')).addDecision,
    release: async () => (await import('./commands/release.js')).addRelease,
    label: async () => (await import('./commands/label.js')).addLabel,
    inject: async () => (await import('./commands/inject.js')).addInject,
    unit: async () => (await import('./commands/unit.js')).addUnit,
    delivery: async () => (await import('./commands/delivery.js')).addDelivery,
    liaison: async () => (await import('./commands/liaison.js')).addLiaison,
    policy: async () => (await import('./commands/policy.js')).addPolicy,
    announcement: async () => (await import('./commands/announcement.js')).addAnnouncement,
    presence: async () => (await import('./commands/presence.js')).addPresence,
    evaluation: async () => (await import('./commands/evaluation.js')).addEvaluation,
  },
  'Scenarios, logs and reports:': {
    validate: async () => (await import('./validate/validate.js')).addValidate,
    simulate: async () => (await import('./simulate/simulate.js')).addSimulate,
    compare: async () => (await import('./compare/compare.js')).addCompare,
    replay: async () => (await import('./commands/replay.js')).addReplay,
    report: async () => (await import('./commands/report.js')).addReport,
    export: async () => (await import('./commands/export.js')).addExport,
    verify: async () => (await import('./commands/verify.js')).addVerify,
  },
  'Accounts and access:': {
    account: async () => (await import('./commands/account.js')).addAccount,
    invitation: async () => (await import('./commands/invitation.js')).addInvitation,
    session: async () => (await import('./commands/session.js')).addSession,
    token: async () => (await import('./commands/token.js')).addToken,
  },
  'This installation:': {
    migrate: async () => (await import('./commands/migrate.js')).addMigrate,
    completion: async () => {
      const { addCompletion } = await import('./commands/completion.js');
      return (program) => addCompletion(program, fullProgram);
    },
    docs: async () => {
      const { addDocs } = await import('./commands/docs.js');
      return (program) => addDocs(program, fullProgram);
    },
  },
};

/**
 * The program with the command of this name only; with every command when there is none of this name, so that help lists all
 * of them and a wrong name gets a suggestion.
 */
export async function programFor(name = ''): Promise<Command> {
  const isKnown = Object.values(GROUPS).some((commands) => Object.hasOwn(commands, name));
  const program = emptyProgram();
  for (const [heading, commands] of Object.entries(GROUPS)) {
    program.commandsGroup(heading);
    for (const [command, load] of Object.entries(commands)) {
      if (!isKnown || command === name) (await load())(program);
    }
  }
  return program;
}

/** The program with every command. */
export function fullProgram(): Promise<Command> {
  return programFor();
}

function emptyProgram(): Command {
  return new Command('tandem')
    .description('Coordination backend for joint rapid-response exercises. EXERCISE: nothing in it is real.')
    .version(programVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help for a command')
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(`tandem: ${oneLine(text)}\n`) });
}

/** Commander's message about a wrong use, in the form of our own. */
function oneLine(text: string): string {
  return text
    .replace(/^error: /, '')
    .trim()
    .replaceAll('\n', ' ');
}

/** Earlier names of commands, which scripts may still use. */
const EARLIER_NAMES: Readonly<Record<string, string>> = { evaluate: 'evaluation' };

/** Nouns whose commands named their exercise in the first argument before they had `--exercise`. */
const EXERCISE_FIRST = new Set(['incident', 'notification', 'announcement', 'evaluation', 'presence']);

/**
 * Arguments in an earlier spelling, which scripts may still use, in the current one: `incident show EX-… INC-0001` as
 * `incident show --exercise=EX-… INC-0001`.
 * @param args without the names of Node and the script
 */
export function currentSpelling([name = '', ...rest]: readonly string[]): string[] {
  const noun = EARLIER_NAMES[name] ?? name;
  const place = EXERCISE_FIRST.has(noun) ? rest.slice(0, 2).findIndex((word) => /^EX-[\w-]+$/.test(word)) : -1;
  const options = place < 0 ? rest : rest.with(place, `--exercise=${rest[place] ?? ''}`);
  return noun === '' ? options : [noun, ...options];
}
