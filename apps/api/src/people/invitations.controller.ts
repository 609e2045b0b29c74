import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { accountProblems } from '#contracts/http/accounts.js';
import {
  createInvitationBody,
  invitationPath,
  type InvitationView,
  previewInvitationBody,
  redeemInvitationBody,
  revokeInvitationQuery,
} from '#contracts/http/invitations.js';
import { InputError } from '#contracts/problem.js';
import type { AccessSource } from '#infra/accounts/access-log.js';
import { type Invitation, InvitationStore, type ShownInvitation, typedCode } from '#infra/accounts/invitation-store.js';
import { SessionStore } from '#infra/accounts/session-store.js';
import { AccessControl } from '../auth/access-control.js';
import { callerOf, entryOf } from '../auth/current.js';
import { ExerciseCatalog } from '../exercises/exercise-catalog.js';
import { Operation } from '../http/operation.js';
import { bodyOf, param, queryOf } from '../http/request-input.js';
import { notFound, Problem } from '../problems/problem.js';
import { SignIns } from './sign-ins.js';
import { Units } from './units.js';

const DAY_MINUTES = 1_440;

@Controller()
export class InvitationsController {
  constructor(
    private readonly invitations: InvitationStore,
    private readonly sessions: SessionStore,
    private readonly signIns: SignIns,
    private readonly exercises: ExerciseCatalog,
    private readonly units: Units,
    private readonly access: AccessControl,
  ) {}

  @Operation('createInvitation')
  async create(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { exercise, minutes = DAY_MINUTES, uses = 1, ...wanted } = bodyOf(request, createInvitationBody);
    // A controller of one exercise may let others into this one, not into all.
    const exerciseId = exercise ?? callerOf(request).exercise;
    if (exerciseId !== undefined) await this.mustExist(request, exerciseId);
    const problems = accountProblems({ ...wanted, exercise: exerciseId });
    if (problems.length > 0) throw new InputError('INPUT_INVALID', problems);
    if (exerciseId !== undefined) await this.units.mustBeOf(exerciseId, wanted.side, wanted.units);
    const { invitation, key, pin } = await this.invitations.create(
      { ...wanted, exerciseId, minutes, maxUses: uses },
      this.source(request),
    );
    void reply.code(201).send({ ...view(invitation), key, pin, path: invitationPath(key) });
  }

  @Operation('listInvitations')
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    void reply.send({ items: (await this.invitations.list(callerOf(request).exercise)).map(view) });
  }

  @Operation('revokeInvitation')
  async revoke(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { people = 'keep' } = queryOf(request, revokeInvitationQuery);
    const id = param(request, 'invitation');
    const found = await this.invitations.get(id);
    const { exercise } = callerOf(request);
    if (found === undefined || (exercise !== undefined && found.exerciseId !== exercise)) {
      throw notFound('invitation', id);
    }
    await this.invitations.revoke(id, people === 'remove', this.source(request));
    this.access.forget();
    void reply.code(204).send();
  }

  @Operation('previewInvitation')
  async preview(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const shown = shownIn(bodyOf(request, previewInvitationBody));
    const { role, side, units, exerciseId, expiresAt } = await this.open(request, shown);
    const exercise = exerciseId === null ? undefined : await this.exercises.scenario(exerciseId);
    const named = units?.map((id) => ({ id, name: { ...exercise?.units.find((unit) => unit.id === id)?.name } }));
    void reply.send({
      role,
      ...(side !== null && { side }),
      ...(named !== undefined && { units: named }),
      ...(exercise !== undefined && exerciseId !== null && { exercise: { id: exerciseId, title: exercise.title } }),
      expiresAt: expiresAt.toISOString(),
    });
  }

  @Operation('redeemInvitation')
  async redeem(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { name, language, ...rest } = bodyOf(request, redeemInvitationBody);
    const { id } = await this.open(request, shownIn(rest));
    const person = { name, ...(language !== undefined && { language }) };
    const admission = await this.invitations.redeem(id, person, this.sessions, this.signIns.placeOf(request));
    // Somebody was faster.
    if (admission === undefined) throw new Problem('INVITATION_INVALID', 'The invitation is used up.');
    await this.signIns.admit(request, reply, 201, admission);
  }

  /** Only who has the secret hears why it does not count. @throws Problem INVITATION_INVALID, TOO_MANY_TRIES */
  private async open(request: FastifyRequest, shown: ShownInvitation): Promise<Invitation> {
    const tried = 'code' in shown ? typedCode(shown.code) : undefined;
    const found = await this.signIns.attempt(request, tried, () => this.invitations.find(shown));
    if (found === undefined) {
      this.signIns.refused(request, 'wrong invitation');
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

  private async mustExist(request: FastifyRequest, exercise: string): Promise<void> {
    if (callerOf(request).mayTouch(exercise) && (await this.exercises.exists(exercise))) return;
    throw new Problem('NOT_FOUND', `There is no exercise ${JSON.stringify(exercise.slice(0, 80))} here.`, {
      errors: [{ code: 'NOT_FOUND', path: 'exercise', message: 'There is no such exercise.' }],
    });
  }

  private source(request: FastifyRequest): AccessSource {
    const { caller, address } = entryOf(request);
    return { by: caller.id, from: address };
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
