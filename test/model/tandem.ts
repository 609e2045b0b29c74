/** The engine of the project, as the model is compared with it. */
import { exerciseTime } from '#domain/kernel/exercise-time.js';
import { advance, execute } from '#domain/engine/engine.js';
import type { LoggedEvent } from '#domain/kernel/event.js';
import { open } from '#domain/engine/open.js';
import type { Engine } from './driver.js';

/** What is needed of the engine. */
export interface EngineModules {
  readonly open: typeof open;
  readonly advance: typeof advance;
  readonly execute: typeof execute;
}

/** More events than any generated exercise has: the engine goes in a circle. */
const MANY = 20_000;

export function engineOf(modules: EngineModules): Engine {
  return {
    start(scenario) {
      const state = modules.open(scenario, scenario.seed);
      const log: LoggedEvent[] = [];
      const observer = {
        before: () => undefined,
        after: (event: LoggedEvent) => {
          log.push(event);
          if (log.length > MANY) throw new Error(`endless: ${log.slice(-8).map(({ type }) => type)} …`);
        },
      };
      return {
        passUntil: (until) => modules.advance(state, exerciseTime(until), observer),
        perform: (command) => modules.execute(state, command, observer).events,
      };
    },
  };
}

export const TANDEM: Engine = engineOf({ open, advance, execute });
