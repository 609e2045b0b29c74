/** An exercise as one viewer knows it at a number of the viewer's stream: from there on, the events of the stream continue it. */
import { z } from 'zod';
import type { PlainState } from '#domain/engine/viewer-state.js';
import type { ShownScenario } from '#domain/exercise/shown-scenario.js';
import { STREAMS } from '#domain/kernel/side.js';
import { exerciseView } from './exercises.js';

const SHOWN_AS = ['pak', 'chn', 'joint'] as const;

export const snapshotQuery = z.strictObject({
  as: z.enum(SHOWN_AS).optional().meta({
    description:
      'What viewers of this stream see: of a side, or of no side. For controllers and evaluators only. Absent: what the caller sees.',
  }),
});

const plain = z.record(z.string(), z.unknown());

export const snapshotView = z
  .object({
    exercise: exerciseView,
    stream: z.enum(STREAMS).meta({
      description:
        '`all` for controllers and evaluators, `pak` and `chn` for the sides, `joint` for viewers of no side.',
    }),
    seq: z.number().int().meta({
      description:
        'Number of the last event that `state` holds. Follow the exercise after this number: no event is missed.',
    }),
    scenario: plain.meta({
      description:
        'The pinned scenario in the form that the engine runs; durations in ms. Controllers and evaluators see all of it. Players see ' +
        'sites, units, rules, and the part of the policy that can concern them; nothing of the script, the seed, how units behave, or ' +
        'what is expected.',
    }),
    state: plain.meta({
      description:
        "The events of the viewer's stream up to `seq`, folded by the engine of version `exercise.engine`, without the scenario. " +
        'It holds open incidents with their notifications and chains, units, links and timers.',
    }),
    serverTime: z.number().int().meta({ description: "The server's clock when it answered, ms since 1970." }),
  })
  .meta({ id: 'Snapshot', description: 'An exercise as one viewer knows it.' });

/** With the domain's own types, for clients that continue it with `evolveViewerState`. */
export type Snapshot = Omit<z.infer<typeof snapshotView>, 'scenario' | 'state'> & {
  readonly scenario: ShownScenario;
  readonly state: PlainState;
};
