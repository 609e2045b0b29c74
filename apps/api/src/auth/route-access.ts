/** Who may use a route. `Operation` says it of each route of the table; a route of which nothing is said is closed. */
import { Reflector } from '@nestjs/core';
import type { Role } from '#domain/kernel/role.js';

export const RouteAccess = Reflector.createDecorator<'public' | readonly Role[]>();

/** Neither token nor session needed. */
export const Public = () => RouteAccess('public');

export const Roles = (roles: readonly Role[]) => RouteAccess(roles);
