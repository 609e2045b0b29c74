/** Whether a caller may use a route. It comes before anything of the body is read. */
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { hasForbiddenCharacter } from '#contracts/json/characters.js';
import { notFound } from '../problems/problem.js';
import { AccessControl } from './access-control.js';
import { callerOf } from './current.js';
import { RouteAccess } from './route-access.js';

@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly access: AccessControl,
  ) {}

  /** @throws Problem FORBIDDEN; NOT_FOUND for an exercise that is not the caller's, too; CROSS_SITE */
  canActivate(context: ExecutionContext): boolean {
    // Sockets are let in by the adapter; what a message may do depends on the exercise that it names.
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const roles = this.reflector.get(RouteAccess, context.getHandler()) ?? [];
    if (roles === 'public') {
      // A public route that takes something lets people in.
      if (request.routeOptions.config.operation?.body !== undefined) this.access.mustNotComeFromElsewhere(request.raw);
      return true;
    }
    const caller = callerOf(request);
    this.access.allow(caller, roles);
    const params = request.params as Record<string, string>;
    // An id with such a character in it cannot exist, and PostgreSQL does not take it.
    for (const [name, value] of Object.entries(params)) if (hasForbiddenCharacter(value)) throw notFound(name, value);
    const { exercise } = params;
    if (exercise !== undefined && !caller.mayTouch(exercise)) throw notFound('exercise', exercise);
    return true;
  }
}
