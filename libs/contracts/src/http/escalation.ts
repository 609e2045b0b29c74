/** The policy: read, explained and linted. */
import { z } from 'zod';
import { alertShape } from '../alert/alert-shape.js';

export const changePolicyBody = z
  .strictObject({
    policy: z.unknown().meta({
      description:
        'A whole policy of a higher version, as the author of a scenario writes it: see the schema of scenario files.',
    }),
  })
  .meta({ id: 'ChangePolicy' });

export const explainBody = z
  .strictObject({
    alert: alertShape,
    at: z.number().int().min(0).optional().meta({ description: 'Exercise time, ms; absent: now.' }),
  })
  .meta({ id: 'Explain' });

export const explanation = z.looseObject({}).meta({
  id: 'Explanation',
  description: "The matched route, each condition's result, and the whole plan it would run.",
});

export const lintBody = z.strictObject({ scenario: z.unknown() }).meta({ id: 'Lint' });

export const lintAnswer = z
  .object({
    findings: z.array(
      z
        .looseObject({ code: z.string(), level: z.string(), path: z.string().optional(), message: z.string() })
        .meta({ id: 'LintFinding' }),
    ),
  })
  .meta({ id: 'LintAnswer' });
