/** The answer to what cannot be done: problem details (RFC 9457, section 3) with our extension members. */
import { z } from 'zod';

export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

export const fieldProblem = z
  .object({
    code: z.string().meta({ description: 'Stable; programs may rely on it.' }),
    path: z.string().meta({ description: 'Where in the input, such as `info[0].severity`; empty for the whole.' }),
    message: z.string().meta({ description: 'What was wrong, with which value, and what would be right.' }),
    line: z.number().int().optional().meta({ description: 'Of a text, or the place in a list of alerts; from 1.' }),
    column: z.number().int().optional().meta({ description: 'From 1, in UTF-16 units.' }),
    level: z.enum(['error', 'warning']).optional().meta({ description: 'Absent: error.' }),
  })
  .meta({ id: 'FieldProblem', description: 'One fault at one place of the input.' });

export const problemDocument = z
  .object({
    type: z.string().meta({ description: '`about:blank`: the cause is in `code`.' }),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().optional(),
    instance: z.string().meta({ description: 'The path that was asked for.' }),
    code: z.string().meta({ description: 'Stable; programs may rely on it.' }),
    requestId: z.string().meta({ description: 'The same as in the log and in the header `X-Request-Id`.' }),
    errors: z.array(fieldProblem).optional(),
  })
  .meta({ id: 'Problem', description: 'Problem details, RFC 9457.' });

export type ProblemDocument = z.infer<typeof problemDocument>;
