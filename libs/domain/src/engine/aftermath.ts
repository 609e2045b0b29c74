/** What is decided once all that follows from a happening has happened: by chains, about news, and by the script. */
import { mayConcernChains, review } from '../escalation/run-chain.js';
import { informAfterChange } from '../incident/news.js';
import { scheduleInjects, tellingOf } from '../inject/decide-inject.js';
import type { Draft, LoggedEvent } from '../kernel/event.js';
import type { State } from './state.js';

export class Aftermath {
  /** Incidents whose chains are to be looked at, and whether an acknowledgement has lapsed there. */
  readonly #incidents = new Map<string, boolean>();
  /** The events from the first change of an incident on. */
  #sinceChange: LoggedEvent[] = [];
  #told = 0;
  readonly #hasScript: boolean;

  constructor(private readonly state: State) {
    this.#hasScript = state.scenario.injects !== undefined;
  }

  add(event: LoggedEvent): void {
    const incident = mayConcernChains(event);
    if (incident !== undefined) {
      this.#incidents.set(incident, event.type === 'AcknowledgementLapsed' || this.#incidents.get(incident) === true);
    }
    if (event.type === 'IncidentChanged' || this.#sinceChange.length > 0) this.#sinceChange.push(event);
    if (this.#hasScript) this.#told |= tellingOf(this.state, event);
  }

  /** The next decision, or none when all is settled. */
  next(): Draft[] {
    for (const [incident, hasLapsed] of this.#incidents) {
      const drafts = review(this.state, incident, hasLapsed);
      if (drafts.length > 0) return drafts;
      this.#incidents.delete(incident);
    }
    if (this.#sinceChange.length > 0) {
      const drafts = informAfterChange(this.state, this.#sinceChange);
      this.#sinceChange = [];
      if (drafts.length > 0) return drafts;
    }
    const told = this.#told;
    this.#told = 0;
    return told === 0 ? [] : scheduleInjects(this.state, told);
  }
}
