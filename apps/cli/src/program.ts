/** The commands of `tandem`, and how a run of one ends. */
import { Command, CommanderError } from 'commander';
import { EXIT, explainFailure } from './failure.js';
import { programVersion } from './files/project-files.js';

/** Each is loaded when it is the one that was asked for: what one command needs, the others need not wait for. */
const COMMANDS: Readonly<Record<string, () => Promise<(program: Command) => void>>> = {
  start: async () => (await import('./commands/start.js')).addStart,
  watch: async () => (await import('./commands/watch.js')).addWatch,
  scenario: async () => (await import('./commands/scenario.js')).addScenario,
  exercise: async () => (await import('./commands/exercise.js')).addExercise,
  incident: async () => (await import('./commands/incident.js')).addIncident,
  notification: async () => (await import('./commands/notification.js')).addNotification,
  inject: async () => (await import('./commands/inject.js')).addInject,
  policy: async () => (await import('./commands/policy.js')).addPolicy,
  unit: async () => (await import('./commands/unit.js')).addUnit,
  alert: async () => (await import('./commands/alert.js')).addAlert,
  explain: async () => (await import('./commands/explain.js')).addExplain,
  forecast: async () => (await import('./commands/forecast.js')).addForecast,
  validate: async () => (await import('./validate/validate.js')).addValidate,
  simulate: async () => (await import('./simulate/simulate.js')).addSimulate,
  compare: async () => (await import('./compare/compare.js')).addCompare,
  replay: async () => (await import('./commands/replay.js')).addReplay,
  evaluate: async () => (await import('./commands/evaluate.js')).addEvaluate,
  report: async () => (await import('./commands/report.js')).addReport,
  export: async () => (await import('./commands/export.js')).addExport,
  verify: async () => (await import('./commands/verify.js')).addVerify,
  account: async () => (await import('./commands/account.js')).addAccount,
  invitation: async () => (await import('./commands/invitation.js')).addInvitation,
  session: async () => (await import('./commands/session.js')).addSession,
  presence: async () => (await import('./commands/presence.js')).addPresence,
  announcement: async () => (await import('./commands/announcement.js')).addAnnouncement,
  token: async () => (await import('./commands/token.js')).addToken,
  migrate: async () => (await import('./commands/migrate.js')).addMigrate,
  docs: async () => (await import('./commands/docs.js')).addDocs,
};

let isUnwritable = false;

const program = new Command('tandem')
  .description('Coordination backend for joint rapid-response exercises. EXERCISE: nothing in it is real.')
  .version(programVersion())
  .exitOverride()
  .configureOutput({ outputError: (text, write) => write(`tandem: ${oneLine(text)}\n`) });
for (const load of commandsFor(process.argv[2])) (await load())(program);

/** Whatever reads our output may stop reading; that is no fault, and watch and start listen for it themselves. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE' || isUnwritable) return;
  isUnwritable = true;
  process.stderr.write(`tandem: the standard output cannot be written: ${error.message}\n`);
  // Whatever the command comes to: nobody could read it.
  process.once('exit', () => (process.exitCode = EXIT.unusable));
});

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    // Commander has said what is wrong, or shown what was asked for.
    process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.unusable;
  } else {
    const { exitCode, message } = explainFailure(error);
    process.stderr.write(`tandem: ${message}\n`);
    process.exitCode = exitCode;
  }
}

/** All of them, where none is named: help lists them, and a wrong name is told which one is near. */
function commandsFor(name = '') {
  const named = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  return named ? [named] : Object.values(COMMANDS);
}

/** What commander says of a wrong use, as we say it. */
function oneLine(text: string): string {
  return text
    .replace(/^error: /, '')
    .trim()
    .replaceAll('\n', ' ');
}
