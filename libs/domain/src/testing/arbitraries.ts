/** Random exercises and what people do in them, for properties. Ids come from small sets, so that references hit and miss. */
import fc from 'fast-check';
import type { Plain } from '../kernel/brand.js';
import { after, laterOf, type ExerciseTime } from '../kernel/exercise-time.js';
import { idsIn } from '../kernel/ids.js';
import { branded } from './branded.js';
import { CATEGORIES, MSG_TYPES, SEVERITIES } from '../alert/alert.js';
import type { Chain, Policy, Requirement, Step, Target } from '../policy/policy.js';
import type { Command } from '../kernel/command.js';
import type { Actor } from '../kernel/event.js';
import type { State } from '../engine/state.js';
import type { Expectation } from '../expectation/expectation.js';
import { engagementsOf } from '../notification/asked.js';
import { RELEASE_CLASSES, SIDES } from '../kernel/side.js';
import type { Scenario } from '../exercise/scenario.js';
import { ACTIONS, PROGRESS, UNIT_MODES, type Behaviour, type Distribution, type Link } from '../unit/unit.js';
import { alert, CONTROLLER, EVALUATOR, liaisonOf, operatorOf, personOf, start, until, type Deed } from './deeds.js';
import { Play } from './given.js';
import { nextPolicy, twoKeys } from './policy-draws.js';
import { chn, pak, SECOND, smallExercise } from './small-exercise.js';

/** Ids that are nobody's, and that a careless look-up in an object finds all the same. */
const GARBAGE = ['__proto__', 'constructor', 'toString', '', 'INC-0000', 'INC-9999', 'PAK-0001.N99', 'no such thing'];
const ALERTS = Array.from({ length: 12 }, (_, n) => `A${n}`);
const PAK_UNITS = ['p0', 'p1', 'p2', 'p3'];
const CHN_UNITS = ['c0', 'c1', 'c2'];
const UNITS = [...PAK_UNITS, ...CHN_UNITS];
const OBJECTIVE = 'Response';
const CHAINS = ['standard', 'grave', 'wide'];

const duration = fc.constantFrom(0, 1, SECOND, 10 * SECOND, 60 * SECOND, 300 * SECOND);
const positive = fc.constantFrom(1, SECOND, 10 * SECOND, 60 * SECOND, 300 * SECOND);

const distribution: fc.Arbitrary<Distribution> = fc.oneof(
  duration.map((ms): Distribution => ({ kind: 'fixed', ms })),
  fc.tuple(duration, duration).map(([a, b]): Distribution => ({
    kind: 'uniform',
    minMs: Math.min(a, b),
    maxMs: Math.max(a, b),
  })),
  fc.constant<Distribution>({ kind: 'lognormal', medianMs: 20 * SECOND, p95Ms: 120 * SECOND }),
);

const behaviour: fc.Arbitrary<Behaviour> = fc.record({
  acknowledge: distribution,
  declineChance: fc.constantFrom(0, 0.3, 0.5),
  silentChance: fc.constantFrom(0, 0.3, 0.5),
  enRoute: distribution,
  onScene: distribution,
  clear: distribution,
});

const link: fc.Arbitrary<Link> = fc.oneof(
  { weight: 2, arbitrary: fc.constant<Link>({ status: 'up' }) },
  { weight: 1, arbitrary: fc.constant<Link>({ status: 'down' }) },
  {
    weight: 2,
    arbitrary: fc.record({
      status: fc.constant('degraded' as const),
      latencyMs: duration,
      loss: fc.constantFrom(0, 0.5, 1),
    }),
  },
);

const unitParts = fc.record({
  behaviour,
  link,
  mode: fc.constantFrom('simulated' as const, 'simulated' as const, 'played' as const),
  duty: fc.constantFrom('on' as const, 'on' as const, 'on' as const, 'off' as const),
  capacity: fc.constantFrom(1, 2, 9),
});

type Parts = typeof unitParts extends fc.Arbitrary<infer T> ? T : never;

const requirement: fc.Arbitrary<Requirement> = fc.oneof(
  fc.constantFrom<Requirement>('any', 'all', 'each-side', 'each-side'),
  fc.record({ count: fc.integer({ min: 1, max: 3 }) }),
);

const target: fc.Arbitrary<Plain<Target>> = fc.oneof(
  fc.record({ unit: fc.constantFrom(...PAK_UNITS), action: fc.constantFrom('respond', 'secure', 'inform') }),
  fc.record({ unit: fc.constantFrom(...CHN_UNITS), action: fc.constantFrom('advise', 'inform', 'consular') }),
  fc.record({ group: fc.constant('all'), action: fc.constantFrom('inform', 'advise') }),
  // Of a kind that is Chinese: asked for what it may not be asked, unless the exercise permits it.
  fc.record({ kind: fc.constant('provincial-police' as const), action: fc.constantFrom(...ACTIONS) }),
  fc.record({ side: fc.constantFrom(...SIDES), action: fc.constantFrom('inform', 'advise') }),
);

const steps: fc.Arbitrary<readonly Plain<Step>[]> = fc
  .array(
    fc.record(
      {
        targets: fc.array(target, { minLength: 1, maxLength: 3 }),
        requirement,
        ackWithinMs: positive,
        delayMs: duration,
      },
      { requiredKeys: ['targets', 'requirement', 'ackWithinMs'] },
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((list) => list.map((step, index) => ({ ...step, id: `s${index}` })));

const chain: fc.Arbitrary<Plain<Chain>> = fc.record(
  {
    steps,
    repeat: fc.integer({ min: 0, max: 2 }),
    remindEveryMs: fc.constantFrom(7 * SECOND, 60 * SECOND),
    ackExpiresMs: fc.constantFrom(5 * SECOND, 90 * SECOND),
    expireAfterMs: fc.constantFrom(15 * SECOND, 200 * SECOND, 1800 * SECOND),
    onRaise: fc.constantFrom('inform' as const, 'reacknowledge' as const),
  },
  { requiredKeys: ['steps', 'repeat', 'expireAfterMs'] },
);

const policy: fc.Arbitrary<Partial<Plain<Policy>>> = fc
  .record(
    {
      chains: fc.record({ standard: chain, grave: chain, wide: chain }),
      correlationWindowMs: fc.constantFrom(0, 60 * SECOND, 600 * SECOND),
      closeAfterMs: fc.constantFrom(60 * SECOND, 600 * SECOND),
      jointDecision: fc.record({ deadlockAfterMs: fc.constantFrom(30 * SECOND, 300 * SECOND) }),
      messages: fc.record({ answerWithinMs: fc.constantFrom(30 * SECOND, 300 * SECOND) }),
      goOn: fc.boolean(),
    },
    { requiredKeys: ['chains', 'correlationWindowMs', 'goOn'] },
  )
  .map(({ goOn, ...parts }) => ({
    ...parts,
    groups: { all: UNITS },
    route: {
      id: 'default',
      chain: 'standard',
      routes: [
        { id: 'grave', match: { field: 'alert.severity', atLeast: 'Severe' }, chain: 'grave', continue: goOn },
        { id: 'wide', match: { field: 'alert.severity', atLeast: 'Moderate' }, chain: 'wide' },
      ],
    },
  }));

const EXPECTED: Plain<Expectation> = {
  id: 'over',
  objective: OBJECTIVE,
  kind: 'resolved',
  incident: 'none',
  weight: 1,
  deadline: { kind: 'end' },
};

/** An exercise of two sites, seven units and three chains, of which two may run side by side. */
export const scenarios: fc.Arbitrary<Scenario> = fc
  .record({
    policy,
    seed: fc.string({ maxLength: 5 }),
    units: fc.tuple(...UNITS.map(() => unitParts)),
    links: fc.record({ PAK: link, CHN: link }, { requiredKeys: [] }),
    startsCalm: fc.boolean(),
  })
  .map(({ policy: drawn, seed, units, links, startsCalm }) =>
    smallExercise({
      units: UNITS.map((id, index) => {
        const { behaviour: how, link: own, ...parts } = units[index] as Parts;
        const make = id.startsWith('p') ? pak : chn;
        return make(id, how, { ...parts, link: startsCalm ? undefined : own });
      }),
      chain: branded<Chain>(drawn.chains?.['standard'] as Plain<Chain>),
      policy: drawn,
      scenario: { seed, links: startsCalm ? {} : links, expectations: [EXPECTED] },
    }),
  );

/** Something that is done, as far as it can be drawn before the exercise runs: `pick` chooses among what there is then. */
export interface Draw {
  readonly kind: (typeof KINDS)[number];
  readonly passes: number;
  readonly pick: number;
  readonly other: number;
  readonly garbage: boolean;
  readonly id: string;
  readonly severity: (typeof SEVERITIES)[number];
  readonly class: (typeof RELEASE_CLASSES)[number];
  readonly link: Link;
  readonly actor: Actor;
}

/** What is there more than once is done more often. */
// oxfmt-ignore
const KINDS = [
  'alert', 'alert', 'alert', 'update', 'cancel', 'ack', 'error', 'acknowledge', 'acknowledge', 'acknowledge', 'decline',
  'report', 'report', 'resolve', 'close', 'decide', 'undecide', 'escalate', 'restart', 'askUnit', 'override', 'duty', 'mode', 'link', 'sideLink', 'pause', 'resume',
  'speed', 'runTo', 'step', 'policy', 'end', 'pass', 'pass', 'pass', 'start', 'observe', 'rate', 'improve',
  'note',
] as const;

const draw: fc.Arbitrary<Draw> = fc.record({
  kind: fc.constantFrom(...KINDS),
  passes: fc.constantFrom(0, 0, 1, 999, SECOND, 10 * SECOND, 61 * SECOND, 600 * SECOND),
  pick: fc.nat(50),
  other: fc.nat(50),
  garbage: fc.integer({ min: 0, max: 11 }).map((n) => n === 0),
  id: fc.constantFrom(...ALERTS),
  severity: fc.constantFrom(...SEVERITIES),
  class: fc.constantFrom('JOINT', 'JOINT', 'JOINT', 'PAK', 'CHN'),
  link,
  actor: fc.constantFrom<Actor>(
    ...Array<Actor>(4).fill(CONTROLLER),
    operatorOf('PAK'),
    operatorOf('CHN'),
    personOf('CHN', 'commander'),
    personOf('PAK', 'releasing-authority'),
    liaisonOf('PAK', ...PAK_UNITS.slice(0, 1)),
    { kind: 'account', id: 'visitor', role: 'operator' },
  ),
});

export const draws: fc.Arbitrary<readonly Draw[]> = fc.array(draw, { minLength: 5, maxLength: 45, size: 'max' });

function pickFrom(keys: readonly string[], { pick, garbage }: Draw): string {
  const from = garbage || keys.length === 0 ? GARBAGE : keys;
  return from[pick % from.length] as string;
}

/** The command that a draw means in this state; none if it only lets time pass. ENDEX is rare. */
function commandFor(state: State, drawn: Draw, serial: number): { command: Plain<Command>; actor: Actor } | undefined {
  const { kind, other, actor, severity } = drawn;
  const incident = () => pickFrom(Object.keys(state.incidents), drawn);
  const notification = () => pickFrom(Object.keys(state.notifications), drawn);
  const unit = () => pickFrom(UNITS, drawn);
  const known = pickFrom(Object.keys(state.alerts), drawn);
  const site = ['plant', 'port', null][other % 3] as string | null;
  const text = { id: `${drawn.id}-${serial % 3}`, site, severity, class: drawn.class };
  const category = CATEGORIES[other % 3];
  const message = (msgType: (typeof MSG_TYPES)[number], references: string[]) =>
    commandOf(alert({ ...text, msgType, category, references, incidents: other % 4 === 0 ? [incident()] : undefined }));
  switch (kind) {
    case 'alert':
      return message('Alert', other % 5 === 0 ? [known] : []);
    case 'update':
      return message('Update', [known]);
    case 'cancel':
      return message('Cancel', [known]);
    case 'ack':
      return message('Ack', [notification()]);
    case 'error':
      return message('Error', [notification()]);
    case 'acknowledge':
      return { actor, command: { type: 'AcknowledgeNotification', data: { notification: notification() } } };
    case 'decline':
      return { actor, command: { type: 'DeclineNotification', data: { notification: notification(), reason: 'no' } } };
    case 'report': {
      const engaged = idsIn(state.units).flatMap((id) =>
        engagementsOf(state, id).map((engagement) => ({ unit: id, incident: engagement })),
      );
      const found = engaged.length > 0 && !drawn.garbage ? engaged[other % engaged.length] : undefined;
      const place = found ?? { unit: unit(), incident: incident() };
      const progress = PROGRESS[drawn.pick % 3] ?? 'clear';
      return { actor, command: { type: 'ReportProgress', data: { ...place, progress } } };
    }
    case 'resolve':
      return { actor, command: { type: 'ResolveIncident', data: { incident: incident(), reason: 'r' } } };
    case 'close':
      return { actor, command: { type: 'CloseIncident', data: { incident: incident(), reason: 'r' } } };
    case 'decide': {
      const by = operatorOf(SIDES[drawn.passes % 2] ?? 'PAK');
      const type = (['ResolveIncident', 'CloseIncident', 'CancelIncident'] as const)[other % 3] ?? 'ResolveIncident';
      return { actor: by, command: { type, data: { incident: incident() } } };
    }
    case 'undecide':
      return {
        actor: operatorOf(SIDES[other % 2] ?? 'PAK'),
        command: { type: 'WithdrawDecision', data: { incident: incident() } },
      };
    case 'escalate': {
      const named = other % 3 === 0 ? (drawn.garbage ? 'constructor' : CHAINS[drawn.pick % 3]) : undefined;
      return { actor, command: { type: 'EscalateIncident', data: { incident: incident(), chain: named } } };
    }
    case 'restart': {
      const chain = drawn.garbage ? 'constructor' : (CHAINS[drawn.pick % 3] ?? '');
      return { actor, command: { type: 'RestartChain', data: { incident: incident(), chain } } };
    }
    case 'askUnit': {
      const action = ACTIONS[other % ACTIONS.length] ?? 'inform';
      return { actor, command: { type: 'AskUnit', data: { incident: incident(), unit: unit(), action, reason: 'r' } } };
    }
    case 'override': {
      const side = SIDES[other % 2] ?? 'PAK';
      return { actor, command: { type: 'OverrideAcknowledgement', data: { incident: incident(), side, reason: 'r' } } };
    }
    case 'note': {
      const shared = [true, false, undefined][other % 3];
      return { actor, command: { type: 'NoteIncident', data: { incident: incident(), text: 't', shared } } };
    }
    case 'duty':
      return { actor, command: { type: 'SetDuty', data: { unit: unit(), duty: other % 2 === 0 ? 'on' : 'off' } } };
    case 'mode':
      return { actor, command: { type: 'SetMode', data: { unit: unit(), mode: UNIT_MODES[other % 3] ?? 'played' } } };
    case 'link':
      return { actor, command: { type: 'SetLink', data: { unit: unit(), link: drawn.link } } };
    case 'sideLink':
      return { actor, command: { type: 'SetLink', data: { side: SIDES[other % 2], link: drawn.link } } };
    case 'observe': {
      const label = other % 3 === 0 ? undefined : { class: RELEASE_CLASSES[other % 4] ?? 'PAK' };
      const data = { kind: 'strength' as const, text: 't', incident: incident(), evidence: [drawn.pick], label };
      return { actor: EVALUATOR, command: { type: 'RecordObservation', data } };
    }
    case 'rate': {
      const data = { objective: drawn.garbage ? 'toString' : OBJECTIVE, rating: 'M' as const, reason: 'r' };
      return { actor: EVALUATOR, command: { type: 'RateObjective', data } };
    }
    case 'improve': {
      const row = { correctiveAction: 'a', capabilityElement: 'training' as const, organization: 'o' };
      const data = { ...row, observation: other % 2 === 0 ? 'OBS-0001' : undefined };
      return { actor: EVALUATOR, command: { type: 'PlanImprovement', data } };
    }
    case 'start':
      return { actor, command: { type: 'StartExercise', data: { speed: 1 } } };
    case 'pause':
      return { actor, command: { type: 'PauseExercise', data: {} } };
    case 'resume':
      return { actor, command: { type: 'ResumeExercise', data: {} } };
    case 'speed':
      return {
        actor,
        command: { type: 'SetSpeed', data: { speed: [0.1, 10, 1000, 5000, Number.NaN][other % 5] ?? 1 } },
      };
    case 'runTo': {
      const to = other % 6 === 0 ? null : state.time + drawn.pick * 7 * SECOND;
      return { actor, command: { type: 'RunTo', data: { to } } };
    }
    case 'step':
      return { actor, command: { type: 'StepExercise', data: {} } };
    case 'policy':
      if (drawn.passes > 0) return twoKeys(state, drawn);
      return { actor, command: { type: 'ChangePolicy', data: { policy: nextPolicy(state, drawn), reason: 'r' } } };
    case 'end':
      return other % 8 === 0 ? { actor, command: { type: 'EndExercise', data: {} } } : undefined;
    default:
      return undefined;
  }
}

function commandOf(deed: Deed): { command: Command; actor: Actor } | undefined {
  return deed.command ? { command: deed.command, actor: deed.actor } : undefined;
}

/** A run in which each draw is done after its time has passed; an exercise that is paused stands. */
export function play(scenario: Scenario, drawn: readonly Draw[], planned = false): Play {
  const run = new Play(scenario);
  if (!planned) run.do(start());
  for (const [serial, one] of drawn.entries()) {
    if (run.state.status === 'running') run.do(until(run.clock + one.passes));
    const done = commandFor(run.state, one, serial);
    // Like the worker: a command comes after what has fired already.
    if (done) run.do({ ...done, command: branded<Command>(done.command), at: timeOfCommand(run) });
  }
  run.do(until(run.clock));
  return run;
}

/** While a clock stands that a timer has stopped, all that was due at that time has happened: commands come after it. */
function timeOfCommand({ log, state, clock }: Play): ExerciseTime {
  if (state.status === 'running') return after(clock, 1);
  const pause = log.findLast(({ type }) => type === 'ExercisePaused' || type === 'ExerciseResumed');
  return state.status === 'paused' && pause && 'timer' in pause.cause ? laterOf(clock, after(pause.at, 1)) : clock;
}

export const RUNS = { numRuns: 60 };

/** Checks what holds after any run. */
export function always(check: (run: Play) => void): void {
  fc.assert(
    fc.property(scenarios, draws, fc.boolean(), (scenario, drawn, endless) =>
      check(play(scenario, endless ? drawn.filter(({ kind }) => kind !== 'end') : drawn)),
    ),
    RUNS,
  );
}
