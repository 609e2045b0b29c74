/** Who is at the door, as long as it is not clear who it is: what a connection and its headers say. */
import type { Socket } from 'node:net';
import { createParamDecorator, type ExecutionContext, Injectable, type PipeTransform } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ClientAddresses } from '#infra/accounts/client-address.js';
import type { NewSession } from '#infra/accounts/session-store.js';

export interface Visitor {
  readonly address: string;
  /** Whether the client's connection is encrypted. */
  readonly isSecure: boolean;
  readonly socket: Socket;
  /** What the client calls itself. */
  readonly program: string | undefined;
}

@Injectable()
class VisitorPipe implements PipeTransform<FastifyRequest, Visitor> {
  constructor(private readonly addresses: ClientAddresses) {}

  transform({ raw }: FastifyRequest): Visitor {
    const program = raw.headers['user-agent']?.replace(/[^\x20-\x7e]/g, '?');
    return { address: this.addresses.of(raw), isSecure: this.addresses.isSecure(raw), socket: raw.socket, program };
  }
}

const requestOf = createParamDecorator((_: undefined, context: ExecutionContext) =>
  context.switchToHttp().getRequest<FastifyRequest>(),
);

/** A {@link Visitor}. */
export const CurrentVisitor = () => requestOf(VisitorPipe);

/** Where a session begins. */
export function placeOf({ address, program }: Visitor): Pick<NewSession, 'from' | 'program'> {
  return { from: address, ...(program !== undefined && { program }) };
}
