/**
 * The permission table: which roles may give which command, and to whose things. It is the only place that says so. The engine checks
 * it before each command; the routes of the API, the buttons of the console, explanations and `docs/reference/permissions.md` are
 * made from it. A command without an entry does not compile.
 *
 * The table says what a role may do at all. Whether the very thing that a command changes is within this reach is checked once it was
 * found (`authority.ts`), and what somebody may not know of is not found (`release.ts`).
 */
import type { CommandType } from '../kernel/command.js';
import { DomainError } from '../kernel/domain-error.js';
import type { Actor } from '../kernel/event.js';
import { ROLES, type Role } from '../kernel/role.js';

/**
 * Whose things a role may change with a command:
 * - `any`: those of both sides;
 * - `own-side`: those of its own side, and what both sides share (a JOINT incident);
 * - `own-units`: what its own units were asked or do;
 * - `own-classes`: alerts of the classes that its account was given, under its own senders.
 */
export const REACHES = ['any', 'own-side', 'own-units', 'own-classes'] as const;
export type Reach = (typeof REACHES)[number];

/** The reach of each role that may give the command. A role that is not named may not. */
export type Permission = Readonly<Partial<Record<Role, Reach>>>;

const CONTROLLERS: Permission = { controller: 'any' };
const EVALUATORS: Permission = { controller: 'any', evaluator: 'any' };
/** Who works at a side's desk. A commander may do all that an operator may. */
const DESK: Permission = { controller: 'any', commander: 'own-side', operator: 'own-side' };
/** Who speaks for a side. Controllers speak for none. */
const SIDE_DESK: Permission = { commander: 'own-side', operator: 'own-side' };
/** Who binds a side. */
const COMMANDERS: Permission = { commander: 'own-side' };
/** Who talks with the other side about what may be released. */
const RELEASING_DESK: Permission = { ...DESK, 'releasing-authority': 'own-side' };
/** Who speaks for a unit. */
const PLAYERS: Permission = { ...DESK, liaison: 'own-units' };

export const PERMISSIONS: { readonly [T in CommandType]: Permission } = {
  StartExercise: CONTROLLERS,
  PauseExercise: CONTROLLERS,
  ResumeExercise: CONTROLLERS,
  SetSpeed: CONTROLLERS,
  RunTo: CONTROLLERS,
  StepExercise: CONTROLLERS,
  EndExercise: CONTROLLERS,
  SubmitAlert: { controller: 'any', service: 'own-classes' },
  AcknowledgeNotification: PLAYERS,
  DeclineNotification: PLAYERS,
  ReportProgress: PLAYERS,
  ResolveIncident: DESK,
  CloseIncident: DESK,
  CancelIncident: DESK,
  WithdrawDecision: SIDE_DESK,
  ProposeCommander: COMMANDERS,
  ConfirmCommander: COMMANDERS,
  AssignIncident: SIDE_DESK,
  HandOver: SIDE_DESK,
  ConfirmHandover: SIDE_DESK,
  NoteIncident: RELEASING_DESK,
  RecordDecision: DESK,
  SendMessage: { ...PLAYERS, 'releasing-authority': 'own-side' },
  MarkMessageRead: { ...PLAYERS, 'releasing-authority': 'own-side' },
  EscalateIncident: DESK,
  RestartChain: DESK,
  AskUnit: DESK,
  RequestRelease: RELEASING_DESK,
  ProposeRelease: RELEASING_DESK,
  // A commander once it is overdue: see `releasing/decide-release.ts`.
  DecideRelease: { controller: 'any', commander: 'own-side', 'releasing-authority': 'own-side' },
  WithdrawRelease: RELEASING_DESK,
  ChangeLabel: { controller: 'any', commander: 'own-side', 'releasing-authority': 'own-side' },
  OverrideAcknowledgement: CONTROLLERS,
  SetDuty: CONTROLLERS,
  SetMode: CONTROLLERS,
  SetLink: CONTROLLERS,
  RecordObservation: EVALUATORS,
  RateObjective: EVALUATORS,
  PlanImprovement: EVALUATORS,
  FireInject: CONTROLLERS,
  SkipInject: CONTROLLERS,
  DelayInject: CONTROLLERS,
  ImproviseInject: CONTROLLERS,
  ChangePolicy: CONTROLLERS,
  ProposePolicy: COMMANDERS,
  ApprovePolicy: COMMANDERS,
  RejectPolicy: COMMANDERS,
  WithdrawPolicy: COMMANDERS,
  ChangeOwnPolicy: COMMANDERS,
  DropOwnPolicy: COMMANDERS,
};

/** Whose things the role may change with the command; undefined: it may not give it. */
export function reachOf(role: Role, type: CommandType): Reach | undefined {
  return PERMISSIONS[type][role];
}

/** Whether the role may give the command at all. */
export function mayGive(role: Role, type: CommandType): boolean {
  return reachOf(role, type) !== undefined;
}

/** The roles that may give the command, in the order of {@link ROLES}. */
export function rolesFor(type: CommandType): readonly Role[] {
  return ROLES.filter((role) => mayGive(role, type));
}

/**
 * The engine and its units act by the rules, and need no permission. Who may act for a side only must be of one.
 * @throws DomainError NOT_PERMITTED
 */
export function mustBePermitted(actor: Actor, type: CommandType): void {
  if (actor.kind !== 'account') return;
  const reach = reachOf(actor.role, type);
  if (reach === undefined) {
    throw new DomainError(
      'NOT_PERMITTED',
      `the role of your account is ${actor.role}; ${type} is for ${rolesFor(type).join(', ')}`,
    );
  }
  if ((reach === 'own-side' || reach === 'own-units') && actor.side === undefined) {
    throw new DomainError(
      'NOT_PERMITTED',
      'your account is of no side; only accounts of a side, and controllers, may do this',
    );
  }
}
