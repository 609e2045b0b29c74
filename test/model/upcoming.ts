/** Shims for what the engine's types are about to get. */
import type { Command } from '#domain/engine/command.js';
import type { Chain, Step } from '#domain/escalation/policy.js';
import type { Action } from '#domain/unit/unit.js';

export type PolicyChain = Chain & { readonly onRaise?: 'inform' | 'reacknowledge' };
export type PolicyStep = Step;

export type AnyCommand =
  | Command
  | {
      readonly type: 'AskUnit';
      readonly data: {
        readonly incident: string;
        readonly unit: string;
        readonly action: Action;
        readonly reason: string;
      };
    }
  | { readonly type: 'RestartChain'; readonly data: { readonly incident: string; readonly chain: string } };
