/** What is decided once all that follows from a happening has happened: by chains, about news, and by the script. */
import type { IncidentId } from '../kernel/ids.js';
import type { ChainRun } from '../escalation/chain-run.js';
import { runsOf } from '../escalation/escalation-state.js';
import { concernedIncidents, review } from '../escalation/run-chain.js';
import { informAfterChange } from '../incident/news.js';
import { scheduleInjects, subjectsOf, type Subject } from '../inject/decide-inject.js';
import type { Draft, LoggedEvent } from '../kernel/event.js';
import type { State } from './state.js';

export class Aftermath {
  /** The incidents whose chains are to be looked at: nearly always one, or none. */
  readonly #reviewing: Reviewing[] = [];
  /** The events from the first change of an incident on. */
  #sinceChange: LoggedEvent[] = [];
  /** What has changed of all that the script's conditions ask about. */
  #changed: Subject[] = [];
  readonly #hasScript: boolean;

  constructor(private readonly state: State) {
    this.#hasScript = state.scenario.injects !== undefined;
  }

  add(event: LoggedEvent): void {
    for (const incident of concernedIncidents(this.state, event)) {
      const reviewing = this.#reviewingOf(incident);
      reviewing.quiet = 0;
      reviewing.hasLapsed ||= event.type === 'AcknowledgementLapsed';
    }
    if (event.type === 'IncidentChanged' || this.#sinceChange.length > 0) this.#sinceChange.push(event);
    if (!this.#hasScript) return;
    for (const subject of subjectsOf(this.state, event)) {
      if (!this.#changed.includes(subject)) this.#changed.push(subject);
    }
  }

  /** The next decision, or none when all is settled. */
  next(): Draft[] {
    for (let reviewing = this.#reviewing[0]; reviewing; reviewing = this.#reviewing[0]) {
      const drafts = this.#nextOfChains(reviewing);
      if (drafts.length > 0) return drafts;
      this.#reviewing.shift();
    }
    if (this.#sinceChange.length > 0) {
      const drafts = informAfterChange(this.state, this.#sinceChange);
      this.#sinceChange = [];
      if (drafts.length > 0) return drafts;
    }
    if (this.#changed.length === 0) return [];
    const drafts = scheduleInjects(this.state, this.#changed);
    this.#changed = [];
    return drafts;
  }

  #reviewingOf(incident: IncidentId): Reviewing {
    for (const one of this.#reviewing) if (one.incident === incident) return one;
    const added = { incident, hasLapsed: false, next: 0, quiet: 0 };
    this.#reviewing.push(added);
    return added;
  }

  /** One chain after the other, in the order in which they first started, until none of them has anything to do. */
  #nextOfChains(reviewing: Reviewing): Draft[] {
    const incident = this.state.incidents[reviewing.incident];
    if (incident?.status !== 'open') return [];
    const runs = runsOf(this.state, incident.id);
    while (reviewing.quiet < runs.length) {
      const run = runs[reviewing.next % runs.length] as ChainRun;
      reviewing.next = (reviewing.next + 1) % runs.length;
      reviewing.quiet++;
      const drafts = review(this.state, incident, run, reviewing.hasLapsed);
      if (drafts.length === 0) continue;
      reviewing.quiet = 0;
      return drafts;
    }
    return [];
  }
}

interface Reviewing {
  readonly incident: IncidentId;
  /** An acknowledgement has lapsed. */
  hasLapsed: boolean;
  /** The chain to look at next. */
  next: number;
  /** How many chains, one after the other, have had nothing to do. */
  quiet: number;
}
