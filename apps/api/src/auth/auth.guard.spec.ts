import { ExecutionContextHost } from '@nestjs/core/internal';
import { Reflector } from '@nestjs/core';
import { AccessControl } from './access-control.js';
import { AuthGuard } from './auth.guard.js';
import { Public, Roles } from './route-access.js';

class Handlers {
  @Public()
  open(): void {}

  @Roles(['evaluator'])
  forEvaluators(): void {}

  unmarked(): void {}
}

function admits(handler: keyof Handlers, role: string): boolean {
  const caller = { role, mayTouch: () => true };
  const request = { entry: { caller }, params: {}, routeOptions: { config: {} } };
  const context = new ExecutionContextHost([request], Handlers, Handlers.prototype[handler]);
  // What is asked of it here needs no parts.
  const access = Object.create(AccessControl.prototype) as AccessControl;
  return new AuthGuard(new Reflector(), access).canActivate(context);
}

describe('the guard of routes', () => {
  it('lets everybody use what is public, and the named roles the rest', () => {
    expect([admits('open', 'observer'), admits('forEvaluators', 'evaluator')]).toEqual([true, true]);
    expect(() => admits('forEvaluators', 'observer')).toThrow('this is for evaluator');
  });

  it('closes a handler of which nothing is said', () => {
    expect(() => admits('unmarked', 'controller')).toThrow('The role of this account is controller');
  });
});
