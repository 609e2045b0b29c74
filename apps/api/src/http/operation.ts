/** Binds a controller's method to an entry of the route table: its method, its path, and who may use it. */
import { applyDecorators, HttpCode, RequestMapping, RequestMethod } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { Operation as OperationEntry } from '#contracts/openapi/operation.js';
import { Public, Roles } from '../auth/route-access.js';
import { type OperationId, OPERATIONS } from '#contracts/openapi/operations.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Absent: not of the route table (the documentation, a path that is no route). */
    operation?: OperationEntry;
    operationId?: OperationId;
  }
}

const METHODS = {
  GET: RequestMethod.GET,
  POST: RequestMethod.POST,
  PUT: RequestMethod.PUT,
  DELETE: RequestMethod.DELETE,
} as const;

export function Operation(id: OperationId): MethodDecorator {
  const entry: OperationEntry = OPERATIONS[id];
  return applyDecorators(
    RequestMapping({ method: METHODS[entry.method], path: entry.path.replace(/\{(\w+)\}/g, ':$1') }),
    // The usual success; a handler with several sets its own.
    HttpCode(Number(Object.keys(entry.answers)[0])),
    entry.roles === 'public' ? Public() : Roles(entry.roles),
    RouteConfig({ operation: entry, operationId: id }),
  );
}
