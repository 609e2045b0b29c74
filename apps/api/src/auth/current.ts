/** Who asks, for handlers: what the authentication of the request has found. */
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { AccessSource } from '#infra/accounts/access-log.js';
import type { Caller } from './caller.js';
import type { Entry } from './entry.js';

export function callerOf(request: FastifyRequest): Caller {
  return entryOf(request).caller;
}

export function entryOf(request: FastifyRequest): Entry {
  if (request.entry === null) throw new Error(`${request.url} was let in without a caller`);
  return request.entry;
}

const entryIn = (context: ExecutionContext): Entry => entryOf(context.switchToHttp().getRequest<FastifyRequest>());

/** A {@link Caller}. */
export const CurrentCaller = createParamDecorator((_: undefined, context) => entryIn(context).caller);

/** How the caller came in, an {@link Entry}. */
export const CurrentEntry = createParamDecorator((_: undefined, context) => entryIn(context));

/** Who asks, and from where, for the record: an {@link AccessSource}. */
export const CurrentSource = createParamDecorator((_: undefined, context): AccessSource => {
  const { caller, address } = entryIn(context);
  return { by: caller.id, from: address };
});
