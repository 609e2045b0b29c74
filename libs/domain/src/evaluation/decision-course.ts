/** Gathers how the two sides came to decide about an incident. */
import type { LoggedEvent } from '../kernel/event.js';
import type { Side } from '../kernel/side.js';
import type { Decision } from '../incident/incident.js';
import type { Agreement, DecisionCourse, Moment } from './figures.js';

const ENDS = { IncidentResolved: 'resolve', IncidentClosed: 'close', IncidentCancelled: 'cancel' } as const;

export class DecisionTally {
  readonly #decided: Partial<Record<Side, Moment>> = {};
  readonly #agreed: Agreement[] = [];
  readonly #deadlocks: Moment[] = [];
  readonly #withdrawn: Moment[] = [];
  readonly #overridden: (Moment & { decision: Decision; reason: string })[] = [];

  /** Any event of the incident. */
  add(event: LoggedEvent): void {
    const { at, seq } = event;
    switch (event.type) {
      case 'SideDecided':
        this.#decided[event.data.side] = { at, seq };
        return;
      case 'SideDecisionWithdrawn':
        this.#withdrawn.push({ at, seq });
        return;
      case 'DecisionDeadlocked':
        this.#deadlocks.push({ at, seq });
        return;
      case 'IncidentResolved':
      case 'IncidentClosed':
      case 'IncidentCancelled': {
        const { reason, override, text = '' } = event.data;
        const decision = ENDS[event.type];
        if (override === true) this.#overridden.push({ at, seq, decision, reason: text });
        if (reason === 'agreed') this.#agree(decision, seq);
        return;
      }
      default:
    }
  }

  course(): DecisionCourse {
    return {
      agreed: [...this.#agreed],
      deadlocks: [...this.#deadlocks],
      withdrawn: [...this.#withdrawn],
      overridden: [...this.#overridden],
    };
  }

  #agree(decision: Decision, seq: number): void {
    const { PAK, CHN } = this.#decided;
    if (!PAK || !CHN) return;
    const later = PAK.seq < CHN.seq ? 'CHN' : 'PAK';
    this.#agreed.push({ decision, ms: Math.abs(PAK.at - CHN.at), later, seq });
  }
}
