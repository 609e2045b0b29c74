/** The engine of the project, as the model is compared with it. */
import { advance, execute } from '#domain/engine/engine.js';
import { open } from '#domain/engine/open.js';
import type { Engine } from './driver.js';

/** What is needed of the engine. */
export interface EngineModules {
  readonly open: typeof open;
  readonly advance: typeof advance;
  readonly execute: typeof execute;
}

export function engineOf(modules: EngineModules): Engine {
  return {
    start(scenario) {
      const state = modules.open(scenario, scenario.seed);
      return {
        passUntil: (until) => modules.advance(state, until),
        perform: (command) => modules.execute(state, command).events,
      };
    },
  };
}

export const TANDEM: Engine = engineOf({ open, advance, execute });
