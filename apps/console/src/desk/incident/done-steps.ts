/** The steps that chains have taken, from their events. */
import { isEventOf } from '#contracts/events/event-of.js';
import type { EventView } from '#contracts/http/events.js';

export interface DoneStep {
  readonly chain: string;
  /** Index, from 0. */
  readonly step: number;
  readonly round: number;
  /** Exercise time, ms. */
  readonly at: number;
  readonly targets: readonly { readonly unit: string; readonly isCutOff: boolean }[];
  /** It could ask nobody. */
  readonly isSkipped: boolean;
}

/** Since each chain started the last time, in the order in which they were taken. */
export function doneSteps(events: readonly EventView[]): readonly DoneStep[] {
  const byChain = new Map<string, DoneStep[]>();
  for (const event of events) {
    if (isEventOf(event, 'ChainStarted')) byChain.set(event.data.chain, []);
    const done = doneIn(event);
    if (done === undefined) continue;
    const steps = byChain.get(done.chain) ?? [];
    steps.push(done);
    byChain.set(done.chain, steps);
  }
  return [...byChain.values()].flat();
}

function doneIn(event: EventView): DoneStep | undefined {
  if (isEventOf(event, 'StepStarted')) {
    const { chain, step, round, addressees } = event.data;
    return {
      chain,
      step,
      round,
      at: event.at,
      targets: addressees.map(({ unit }) => ({ unit, isCutOff: false })),
      isSkipped: false,
    };
  }
  if (!isEventOf(event, 'StepSkipped')) return undefined;
  const { chain, step, round } = event.data;
  return { chain, step, round, at: event.at, targets: [], isSkipped: true };
}

/** As the contracts have it, without the schemas that come with them: they are as large as the rest of the page. */
