/**
 * The rules of docs/domain.md, written a second time, simple and slow. The engine keeps a state and changes it; the model keeps flat lists of
 * what happened, and computes everything else anew after each happening. It shares no code with the engine, so that a mistake would have to
 * be made twice.
 */
import type { Scenario } from '#domain/exercise/scenario.js';
import { ByIncident } from './by-incident.js';
import { perform, type Done } from './commands.js';
import type { Draws } from './draws.js';
import { updateIncidents } from './incidents.js';
import { sayNewLabels } from './relabelling.js';
import { updateReminders } from './questions.js';
import { updateScript } from './script.js';
import { forget, together } from './due.js';
import { drop, type Fact, type World } from './world.js';

export class Model {
  readonly #world: World;

  constructor(scenario: Scenario, draws: Draws) {
    this.#world = {
      scenario,
      draws,
      policy: scenario.policy,
      own: {},
      proposals: [],
      tearLines: [],
      reviews: [],
      letters: [],
      requests: [],
      cases: [],
      links: [],
      now: 0,
      moment: 0,
      began: 0,
      status: 'planned',
      halts: {},
      units: scenario.units.map((definition) => ({
        definition,
        duty: definition.duty,
        mode: definition.mode,
        link: definition.link ?? { status: 'up' },
      })),
      sideLinks: { PAK: { status: 'up' }, CHN: { status: 'up' }, ...scenario.links },
      messages: [],
      incidents: [],
      questions: new ByIncident(),
      acknowledgements: new ByIncident(),
      overrides: new ByIncident(),
      resolutions: [],
      script: (scenario.injects ?? []).map((inject) => ({ inject, status: 'waiting', fired: 0 })),
      silenceSeen: -1,
      escalations: [],
      declines: [],
      reports: new ByIncident(),
      responses: [],
      kept: [],
      due: [],
      touched: new Set(),
      facts: [],
    };
  }

  get facts(): readonly Fact[] {
    return this.#world.facts;
  }

  /** People's commands come before all else that is due at the same millisecond. */
  perform(at: number, done: Done): void {
    this.passUntil(at - 1);
    this.#world.now = at;
    this.#world.began = this.#world.moment;
    perform(this.#world, done);
    this.#update();
  }

  /** All that is due until then happens, one thing after the other. */
  passUntil(until: number): void {
    const world = this.#world;
    while (world.status === 'running') {
      const first = world.due.find(({ isVoid }) => !isVoid?.());
      if (!first || first.at > until) return forget(world.due, until);
      world.now = first.at;
      world.began = world.moment;
      // Only then are the chains of that incident looked at, in #update.
      for (const due of together(world.due, first)) {
        drop(world, due);
        due.happen();
      }
      this.#update();
    }
  }

  #update(): void {
    if (this.#world.status === 'ended') return;
    sayNewLabels(this.#world);
    updateReminders(this.#world, updateIncidents(this.#world));
    updateScript(this.#world);
  }
}
