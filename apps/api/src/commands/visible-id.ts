/** The id in the path of a thing that the caller may see. What may not be seen does not exist. */
import { createParamDecorator, type ExecutionContext, Injectable, type PipeTransform } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { callerOf } from '../auth/current.js';
import type { Caller } from '../auth/caller.js';
import { param } from '../http/request-input.js';
import { Visible } from '../reading/visible.js';

type Kind = 'incident' | 'notification' | 'unit';

interface Named {
  readonly kind: Kind;
  readonly exercise: string;
  readonly id: string;
  readonly caller: Caller;
}

@Injectable()
class VisiblePipe implements PipeTransform<Named, Promise<string>> {
  constructor(private readonly things: Visible) {}

  /** @throws Problem NOT_FOUND */
  async transform({ kind, exercise, id, caller }: Named): Promise<string> {
    await this.things.one(kind, exercise, id, caller);
    return id;
  }
}

const namedIn = createParamDecorator((kind: Kind, context: ExecutionContext): Named => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  return { kind, exercise: param(request, 'exercise'), id: param(request, kind), caller: callerOf(request) };
});

/** An `IncidentId`, a `NotificationId` or a `UnitId`. */
export const VisibleId = (kind: Kind) => namedIn(kind, VisiblePipe);
