/** A forecast: what comes of an exercise if nobody acts from now on. */
import { z } from 'zod';

export const DEFAULT_RUNS = 200;

export const forecastBody = z
  .strictObject({
    runs: z
      .number()
      .int()
      .min(100)
      .max(1_000)
      .optional()
      .meta({ description: `How often to run the rest of the exercise; absent: ${DEFAULT_RUNS}.` }),
  })
  .meta({ id: 'MakeForecast' });

const share = z.number().min(0).max(1);
const at = z.number().int();

const expectationForecast = z
  .object({
    expectation: z.string().meta({ description: 'Id of the expectation.' }),
    met: share.meta({ description: 'Share of the runs in which it was met.' }),
    missed: share,
    notApplicable: share.meta({ description: 'Share of the runs in which what it is about did not come to be.' }),
  })
  .meta({ id: 'ExpectationForecast', description: 'An expectation that is not judged yet.' });

const chainForecast = z
  .object({
    incident: z.string(),
    chain: z.string(),
    deadline: at.optional().meta({
      description:
        'By when its current step wants to be acknowledged, exercise time in ms; absent: it waits for its delay.',
    }),
    exhausted: share.meta({ description: 'Share of the runs in which the chain was exhausted.' }),
    joint: share.optional().meta({
      description: 'Share of the runs in which both sides acknowledged the incident; absent: it is for one side only.',
    }),
    jointByDeadline: share.optional().meta({ description: 'The same by `deadline`.' }),
    resolved: share.meta({ description: 'Share of the runs in which the incident was resolved before the end.' }),
  })
  .meta({ id: 'ChainForecast', description: 'A chain that is at work now.' });

export const forecastView = z
  .object({
    exercise: z.string(),
    at: at.meta({ description: 'Exercise time from which the runs go on, ms.' }),
    seq: z.number().int().meta({ description: 'Number of the last event of the log that it rests on.' }),
    runs: z
      .number()
      .int()
      .meta({ description: 'Runs that were made: fewer than asked for where the time did not suffice.' }),
    tookMs: z.number().int(),
    expectations: z.array(expectationForecast),
    chains: z.array(chainForecast),
  })
  .meta({ id: 'Forecast', description: 'What comes of it if nobody acts. A forecast, and no part of the exercise.' });

export type ForecastView = z.infer<typeof forecastView>;
