import { Body, Controller, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { accountProblems } from '#contracts/http/accounts.js';
import {
  type CreatedInvitation,
  createInvitationBody,
  invitationPath,
  type InvitationView,
  previewInvitationBody,
  redeemInvitationBody,
  revokeInvitationQuery,
} from '#contracts/http/invitations.js';
import type { SessionView } from '#contracts/http/sessions.js';
import { InputError } from '#contracts/problem.js';
import type { AccessSource } from '#infra/accounts/access-log.js';
import { type Invitation, InvitationStore, type ShownInvitation, typedCode } from '#infra/accounts/invitation-store.js';
import { SessionStore } from '#infra/accounts/session-store.js';
import { AccessControl } from '../auth/access-control.js';
import type { Caller } from '../auth/caller.js';
import { CurrentCaller, CurrentSource } from '../auth/current.js';
import { ExerciseCatalog } from '../exercises/exercise-catalog.js';
import { Operation } from '../http/operation.js';
import { notFound, Problem } from '../problems/problem.js';
import { Placements } from './placements.js';
import { SignIns } from './sign-ins.js';
import { CurrentVisitor, placeOf, type Visitor } from './visitor.js';

const DAY_MINUTES = 1_440;

@Controller()
export class InvitationsController {
  constructor(
    private readonly invitations: InvitationStore,
    private readonly sessions: SessionStore,
    private readonly signIns: SignIns,
    private readonly exercises: ExerciseCatalog,
    private readonly placements: Placements,
    private readonly access: AccessControl,
  ) {}

  @Operation('createInvitation')
  async create(
    @Body({ schema: createInvitationBody }) body: z.infer<typeof createInvitationBody>,
    @CurrentCaller() caller: Caller,
    @CurrentSource() source: AccessSource,
  ): Promise<CreatedInvitation> {
    const { exercise, minutes = DAY_MINUTES, uses = 1, ...wanted } = body;
    const exerciseId = await this.placements.exerciseFor(caller, exercise);
    const problems = accountProblems({ ...wanted, exercise: exerciseId });
    if (problems.length > 0) throw new InputError('INPUT_INVALID', problems);
    await this.placements.mustHaveUnits(exerciseId, wanted.side, wanted.units);
    const { invitation, key, pin } = await this.invitations.create(
      { ...wanted, exerciseId, minutes, maxUses: uses },
      source,
    );
    return { ...view(invitation), key, pin, path: invitationPath(key) };
  }

  @Operation('listInvitations')
  async list(@CurrentCaller() { exercise }: Caller): Promise<{ items: InvitationView[] }> {
    return { items: (await this.invitations.list(exercise)).map(view) };
  }

  @Operation('revokeInvitation')
  async revoke(
    @Param('invitation') id: string,
    @Query({ schema: revokeInvitationQuery }) { people = 'keep' }: z.infer<typeof revokeInvitationQuery>,
    @CurrentCaller() { exercise }: Caller,
    @CurrentSource() source: AccessSource,
  ): Promise<void> {
    const found = await this.invitations.get(id);
    if (found === undefined || (exercise !== undefined && found.exerciseId !== exercise)) {
      throw notFound('invitation', id);
    }
    await this.invitations.revoke(id, people === 'remove', source);
    this.access.forget();
  }

  @Operation('previewInvitation')
  async preview(
    @Body({ schema: previewInvitationBody }) body: z.infer<typeof previewInvitationBody>,
    @CurrentVisitor() visitor: Visitor,
  ) {
    const { role, side, units, exerciseId, expiresAt } = await this.open(visitor, shownIn(body));
    const exercise = exerciseId === null ? undefined : await this.exercises.scenario(exerciseId);
    const named = units?.map((id) => ({ id, name: { ...exercise?.units.find((unit) => unit.id === id)?.name } }));
    return {
      role,
      ...(side !== null && { side }),
      ...(named !== undefined && { units: named }),
      ...(exercise !== undefined && exerciseId !== null && { exercise: { id: exerciseId, title: exercise.title } }),
      expiresAt: expiresAt.toISOString(),
    };
  }

  @Operation('redeemInvitation')
  async redeem(
    @Body({ schema: redeemInvitationBody }) body: z.infer<typeof redeemInvitationBody>,
    @CurrentVisitor() visitor: Visitor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const { name, language, ...rest } = body;
    const { id } = await this.open(visitor, shownIn(rest));
    const person = { name, ...(language !== undefined && { language }) };
    const admission = await this.invitations.redeem(id, person, this.sessions, placeOf(visitor));
    // Somebody was faster.
    if (admission === undefined) throw new Problem('INVITATION_INVALID', 'The invitation is used up.');
    return this.signIns.admit(visitor, reply, admission);
  }

  /** Only who has the secret hears why it does not count. @throws Problem INVITATION_INVALID, TOO_MANY_TRIES */
  private async open(visitor: Visitor, shown: ShownInvitation): Promise<Invitation> {
    const tried = 'code' in shown ? typedCode(shown.code) : undefined;
    const found = await this.signIns.attempt(visitor, tried, () => this.invitations.find(shown));
    if (found === undefined) {
      this.signIns.refused(visitor, 'wrong invitation');
      const message =
        'code' in shown
          ? 'There is no invitation with this code and this PIN; look at both again.'
          : 'The link holds no invitation; ask for a new one.';
      throw new Problem('INVITATION_INVALID', message);
    }
    const state = stateOf(found);
    if (state !== 'open') throw new Problem('INVITATION_INVALID', `The invitation is ${state}; ask for a new one.`);
    return found;
  }
}

/** @throws InputError unless it is one or the other */
function shownIn({ key, code, pin }: { key?: string; code?: string; pin?: string }): ShownInvitation {
  if (key !== undefined && code === undefined && pin === undefined) return { key };
  if (key === undefined && code !== undefined && pin !== undefined) return { code, pin };
  throw InputError.of('INPUT_INVALID', '', 'Give either `key`, or `code` and `pin`.');
}

function stateOf({ revokedAt, isExpired, uses, maxUses }: Invitation): InvitationView['state'] {
  if (revokedAt !== null) return 'revoked';
  if (isExpired) return 'expired';
  return uses >= maxUses ? 'used up' : 'open';
}

function view(invitation: Invitation): InvitationView {
  const { id, code, role, side, units, exerciseId, note, uses, maxUses, createdBy, revokedAt } = invitation;
  return {
    id,
    code,
    role,
    ...(side !== null && { side }),
    ...(units !== null && { units: [...units] }),
    ...(exerciseId !== null && { exercise: exerciseId }),
    ...(note !== null && { note }),
    state: stateOf(invitation),
    uses,
    maxUses,
    createdAt: invitation.createdAt.toISOString(),
    ...(createdBy !== null && { createdBy }),
    expiresAt: invitation.expiresAt.toISOString(),
    ...(revokedAt !== null && { revokedAt: revokedAt.toISOString() }),
  };
}
