/** The engine of the project, as the model is compared with it. */
import { advance, execute } from '#domain/engine/engine.js';
import { open } from '#domain/engine/open.js';
import type { Engine } from './driver.js';

export const TANDEM: Engine = {
  start(scenario) {
    const state = open(scenario, scenario.seed);
    return {
      passUntil: (until) => advance(state, until),
      perform: (command) => execute(state, command).events,
    };
  },
};
