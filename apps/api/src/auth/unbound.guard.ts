/** For routes that concern all exercises: not for an account that is bound to one. */
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem.js';
import { callerOf } from './current.js';

@Injectable()
export class UnboundGuard implements CanActivate {
  /** @throws Problem FORBIDDEN */
  canActivate(context: ExecutionContext): boolean {
    const { exercise } = callerOf(context.switchToHttp().getRequest<FastifyRequest>());
    if (exercise === undefined) return true;
    throw new Problem('FORBIDDEN', 'This token is bound to one exercise.');
  }
}
