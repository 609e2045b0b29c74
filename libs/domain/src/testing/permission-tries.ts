/** Every command, tried on things of every kind: of both sides, of each, and of the units of a liaison. */
import type { State } from '../engine/state.js';
import type { CommandType } from '../kernel/command.js';
import type { DomainErrorCode } from '../kernel/domain-error.js';
import type { Actor } from '../kernel/event.js';
import { ROLE_TRAITS, ROLES, type RoleTraits } from '../kernel/role.js';
import { type Side, SIDES } from '../kernel/side.js';
import {
  acknowledge,
  alert,
  approvePolicy,
  as,
  askUnit,
  assign,
  cancel,
  changeLabel,
  changeOwnPolicy,
  changePolicy,
  dropOwnPolicy,
  close,
  confirmCommander,
  confirmHandover,
  decideRelease,
  decline,
  delayInject,
  end,
  escalate,
  fireInject,
  handOver,
  improve,
  improvise,
  liaisonOf,
  markRead,
  note,
  observe,
  operatorOf,
  override,
  pause,
  personOf,
  proposeCommander,
  proposePolicy,
  proposeRelease,
  rate,
  recordDecision,
  rejectPolicy,
  report,
  requestRelease,
  resolve,
  restart,
  resume,
  runTo,
  send,
  serviceOf,
  setDuty,
  setMode,
  setSideLink,
  setSpeed,
  setUnitLink,
  skipInject,
  start,
  stepOn,
  type Deed,
  withdrawDecision,
  until,
  withdrawPolicy,
  withdrawRelease,
} from './deeds.js';
import { given, planned } from './given.js';
import { ask, chain, chn, MINUTE, pak, PLAYED, smallExercise, step } from './small-exercise.js';

const AUTHORITY = { ...PLAYED, authority: ['advise', 'inform'] } as const;
/** Of each side the unit that its liaison plays, and one that it does not play; `spare` is not asked. */
export const UNITS = {
  PAK: { own: 'police', other: 'rescue', spare: 'guard' },
  CHN: { own: 'embassy', other: 'consulate', spare: 'envoy' },
} as const;
const units = [
  ...Object.values(UNITS.PAK).map((id) => pak(id, undefined, AUTHORITY)),
  ...Object.values(UNITS.CHN).map((id) => chn(id, undefined, AUTHORITY)),
];
const asked = units.filter(({ id }) => id !== UNITS.PAK.spare && id !== UNITS.CHN.spare);
const scenario = smallExercise({
  units,
  chain: chain([
    step(
      'all',
      asked.map((unit) => ask(unit, 'advise')),
    ),
    step(
      'all',
      asked.map((unit) => ask(unit, 'inform')),
      { id: 'second' },
    ),
  ]),
  scenario: {
    injects: [{ id: 'later', kind: 'note', text: { en: 'later' }, at: 30 * MINUTE }],
    expectations: [
      { id: 'e', kind: 'resolved', incident: 'later', objective: 'Response', weight: 1, deadline: { kind: 'end' } },
    ],
  },
});

/** An incident of each class, in this order, each with questions to the units that may know of it. */
const CLASSES = ['JOINT', 'PAK', 'CHN'] as const;
type ReleaseClass = (typeof CLASSES)[number];
const INCIDENTS = { JOINT: 'INC-0001', PAK: 'PAK-0001', CHN: 'CHN-0001' } as const;
const MESSAGES = { JOINT: 'MSG-0001', PAK: 'MSG-PAK-0001', CHN: 'MSG-CHN-0001' } as const;
const UNKNOWN = 'INC-0099';
const alerts = CLASSES.map((one, index) => alert({ id: `A${index + 1}`, class: one }));

export const underWay = () => given(scenario, ...alerts);
const acknowledged = () => underWay().when(...notificationsOf().map(({ id }) => acknowledge(id)));

/** The questions of the first step, with the unit that each went to. */
export function notificationsOf(): readonly { id: string; class: ReleaseClass; unit: string; side: Side }[] {
  const { play } = underWay();
  return Object.values(play.state.notifications).map(({ id, incident, unit, side }) => ({
    id,
    class: CLASSES.find((one) => INCIDENTS[one] === incident) ?? 'JOINT',
    unit,
    side,
  }));
}

export const ACTORS: readonly Actor[] = ROLES.flatMap((role): Actor[] => {
  if (role === 'liaison') return SIDES.map((side) => liaisonOf(side, UNITS[side].own));
  const traits: RoleTraits = ROLE_TRAITS[role];
  const sides: (Side | undefined)[] = traits.side === 'required' ? [...SIDES] : [...SIDES, undefined];
  return (traits.side === 'none' ? [undefined] : sides).map((side) =>
    role === 'service' && side !== undefined
      ? serviceOf(side)
      : { kind: 'account', id: `${role} ${side}`, role, ...(side !== undefined && { side }) },
  );
});

/** A thing that a command changes: whose it is, and the incident's class that says who may know of it. */
export interface Thing {
  /** How the rules refuse it to those who may change it. */
  readonly refused?: DomainErrorCode;
  readonly class?: ReleaseClass;
  readonly unit?: string;
  readonly side?: Side;
  /** The side that may answer it: the other one has proposed it. */
  readonly by?: Side;
}
interface Try {
  readonly deed: Deed;
  readonly thing: Thing;
  /** The same with an id that there is not, and how both ids are written. */
  readonly unknown?: { readonly deed: Deed; readonly ids: readonly [string, string] };
}

const exercise = (deed: Deed): Try[] => [{ deed, thing: {} }];
const incidents = (deedOf: (incident: string) => Deed): Try[] =>
  CLASSES.map((one) => ({
    deed: deedOf(INCIDENTS[one]),
    thing: { class: one },
    unknown: { deed: deedOf(UNKNOWN), ids: [INCIDENTS[one], UNKNOWN] },
  }));
const notifications = (deedOf: (notification: string) => Deed): Try[] =>
  notificationsOf().map(({ id, ...thing }) => ({
    deed: deedOf(id),
    thing,
    unknown: { deed: deedOf(`${UNKNOWN}.N1`), ids: [id, `${UNKNOWN}.N1`] },
  }));
const unitsOf = (which: 'own' | 'other' | 'spare', deedOf: (incident: string, unit: string) => Deed): Try[] =>
  SIDES.flatMap((side) =>
    CLASSES.filter((one) => one === 'JOINT' || one === side).map((one) => ({
      deed: deedOf(INCIDENTS[one], UNITS[side][which]),
      thing: { class: one, side, unit: UNITS[side][which] },
      unknown: { deed: deedOf(UNKNOWN, UNITS[side][which]), ids: [INCIDENTS[one], UNKNOWN] as const },
    })),
  );
const anyUnit = (deedOf: (unit: string) => Deed): Try[] =>
  SIDES.map((side) => ({ deed: deedOf(UNITS[side].own), thing: { side, unit: UNITS[side].own } }));

const proposed = () => {
  const policy = { ...scenario.policy, release: { decideWithinMs: 10 * MINUTE } };
  return given({ ...scenario, policy }, ...alerts, ...SIDES.map((side) => proposeRelease(INCIDENTS[side])));
};
const releases = (deedOf: (release: string) => Deed): Try[] =>
  SIDES.map((side) => ({
    deed: deedOf(`REL-${side}-0001`),
    thing: { class: side },
    unknown: { deed: deedOf(`REL-${side}-0009`), ids: [`REL-${side}-0001`, `REL-${side}-0009`] as const },
  }));

const allWrote = () => underWay().when(...CLASSES.map((one) => messageOf(one, INCIDENTS[one]))).play.state;
const messages = (deedOf: (message: string) => Deed, classes: readonly ReleaseClass[] = CLASSES): Try[] =>
  classes.map((one) => ({
    deed: deedOf(MESSAGES[one]),
    thing: { class: one },
    unknown: { deed: deedOf('MSG-0099'), ids: [MESSAGES[one], 'MSG-0099'] },
  }));
const second = { ...scenario.policy, version: 2 };
const bothPropose = () => underWay().when(...SIDES.map((side) => proposePolicy(second, side))).play.state;
const bothHaveOwn = () => underWay().when(...SIDES.map((side) => changeOwnPolicy(second, side))).play.state;
/** `two-keys.spec.ts` has that only the other side answers it. */
const answersProposal = (deedOf: (proposal: string) => Deed) => ({
  state: bothPropose,
  tries: SIDES.map((side, index) => ({
    deed: deedOf(`POL-000${index + 1}`),
    thing: { by: side === 'PAK' ? ('CHN' as const) : ('PAK' as const) },
  })),
});

/** For each command: the state in which a controller may give it, and whom or what it changes. */
export const TRIES: { readonly [T in CommandType]: { readonly state?: () => State; readonly tries: readonly Try[] } } =
  {
    StartExercise: { state: () => planned(scenario).play.state, tries: exercise(start()) },
    PauseExercise: { tries: exercise(pause()) },
    ResumeExercise: { state: () => underWay().when(pause()).play.state, tries: exercise(resume()) },
    SetSpeed: { tries: exercise(setSpeed(2)) },
    RunTo: { tries: exercise(runTo(MINUTE)) },
    StepExercise: { state: () => underWay().when(pause()).play.state, tries: exercise(stepOn()) },
    EndExercise: { tries: exercise(end()) },
    SubmitAlert: {
      tries: CLASSES.map((one) => ({
        deed: alert({ id: 'new', class: one, sender: 'new@exercise.example' }),
        thing: one === 'JOINT' ? {} : { side: one },
      })),
    },
    AcknowledgeNotification: { tries: notifications(acknowledge) },
    DeclineNotification: { tries: notifications((id) => decline(id)) },
    ReportProgress: {
      state: () => acknowledged().play.state,
      tries: [
        ...unitsOf('own', (incident, unit) => report(incident, unit, 'clear')),
        ...unitsOf('other', (incident, unit) => report(incident, unit, 'clear')),
      ],
    },
    ResolveIncident: { tries: incidents((incident) => resolve(incident)) },
    CloseIncident: {
      state: () => underWay().when(...CLASSES.map((one) => resolve(INCIDENTS[one]))).play.state,
      tries: incidents((incident) => close(incident)),
    },
    CancelIncident: { tries: incidents((incident) => cancel(incident)) },
    // Of one side's class there is no commander for both.
    ProposeCommander: { tries: [{ deed: proposeCommander('INC-0001', 'x'), thing: { class: 'JOINT' } }] },
    ConfirmCommander: {
      state: () =>
        underWay().when(...SIDES.map((side) => as(personOf(side, 'commander'), proposeCommander('INC-0001', 'x')))).play
          .state,
      tries: [{ deed: confirmCommander('INC-0001', 'x'), thing: { class: 'JOINT' } }],
    },
    AssignIncident: { tries: incidents((incident) => assign(incident, 'x')) },
    // Whoever is in charge is an account, not a role: `incident-command.spec.ts` has it.
    HandOver: { tries: [{ deed: handOver('INC-0001', 'x'), thing: { class: 'JOINT', refused: 'NOT_IN_CHARGE' } }] },
    ConfirmHandover: {
      tries: [{ deed: confirmHandover('INC-0001'), thing: { class: 'JOINT', refused: 'NOTHING_TO_CONFIRM' } }],
    },
    // Of one side's class nothing waits for another side.
    WithdrawDecision: {
      state: () =>
        underWay().when(as(operatorOf('PAK'), resolve('INC-0001')), as(operatorOf('CHN'), cancel('INC-0001'))).play
          .state,
      tries: [{ deed: withdrawDecision('INC-0001'), thing: { class: 'JOINT' } }],
    },
    NoteIncident: { tries: incidents((incident) => note(incident, 'n', true)) },
    RecordDecision: { tries: incidents((incident) => recordDecision(incident, true)) },
    SendMessage: {
      tries: CLASSES.map((one) => ({
        deed: messageOf(one, INCIDENTS[one]),
        thing: { class: one },
        unknown: { deed: messageOf(one, UNKNOWN), ids: [INCIDENTS[one], UNKNOWN] },
      })),
    },
    MarkMessageRead: { state: allWrote, tries: messages(markRead) },
    EscalateIncident: { tries: incidents((incident) => escalate(incident)) },
    RestartChain: { state: () => acknowledged().play.state, tries: incidents((incident) => restart(incident)) },
    AskUnit: { tries: unitsOf('spare', (incident, unit) => askUnit(incident, unit, 'advise')) },
    OverrideAcknowledgement: {
      tries: incidents((incident) => override(incident, incident.startsWith('CHN') ? 'CHN' : 'PAK')),
    },
    RequestRelease: { tries: SIDES.map((side) => ({ deed: requestRelease(side), thing: { side } })) },
    ProposeRelease: {
      tries: SIDES.map((side) => ({
        deed: proposeRelease(INCIDENTS[side]),
        thing: { class: side },
        unknown: { deed: proposeRelease(UNKNOWN), ids: [INCIDENTS[side], UNKNOWN] as const },
      })),
    },
    // A commander decides once it is overdue.
    DecideRelease: { state: () => proposed().when(until(20 * MINUTE)).play.state, tries: releases(decideRelease) },
    WithdrawRelease: { state: () => proposed().play.state, tries: releases(withdrawRelease) },
    ChangeLabel: { state: allWrote, tries: messages((id) => changeLabel('message', id), SIDES) },
    SetDuty: { tries: anyUnit((unit) => setDuty(unit, 'off')) },
    SetMode: { tries: anyUnit((unit) => setMode(unit, 'simulated')) },
    SetLink: {
      tries: [
        ...anyUnit((unit) => setUnitLink(unit, { status: 'down' })),
        ...SIDES.map((side) => ({ deed: setSideLink(side, { status: 'down' }), thing: { side } })),
      ],
    },
    RecordObservation: { tries: exercise(observe()) },
    RateObjective: { tries: exercise(rate('Response', 'S')) },
    PlanImprovement: { tries: exercise(improve()) },
    FireInject: { tries: exercise(fireInject('later')) },
    SkipInject: { tries: exercise(skipInject('later')) },
    DelayInject: { tries: exercise(delayInject('later', { byMs: 1_000 })) },
    ImproviseInject: { tries: exercise(improvise({ id: 'new', at: 20 * MINUTE, kind: 'note', text: { en: 'n' } })) },
    ChangePolicy: { tries: exercise(changePolicy(second)) },
    ProposePolicy: { tries: exercise(proposePolicy(second)) },
    ApprovePolicy: answersProposal((proposal) => approvePolicy(proposal)),
    RejectPolicy: answersProposal((proposal) => rejectPolicy(proposal)),
    // The other side knows of it, and cannot withdraw it.
    WithdrawPolicy: {
      state: bothPropose,
      tries: SIDES.map((side, index) => ({ deed: withdrawPolicy(`POL-000${index + 1}`), thing: { side } })),
    },
    ChangeOwnPolicy: { tries: exercise(changeOwnPolicy(second)) },
    DropOwnPolicy: { state: bothHaveOwn, tries: exercise(dropOwnPolicy()) },
  };

/** To everybody who may know of it. */
function messageOf(releaseClass: ReleaseClass, incident: string): Deed {
  const sides = SIDES.filter((side) => releaseClass === 'JOINT' || releaseClass === side);
  const to = sides.flatMap((side) => [`desk:${side}` as const, `unit:${UNITS[side].own}` as const]);
  return send({ to: [...to, 'control'], label: { class: releaseClass }, incident });
}
