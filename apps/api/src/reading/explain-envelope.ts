/** What comes around the alert: `parseAlert` checks the alert itself, and reports faults in the words of CAP. */
import { z } from 'zod';
import { explainBody } from '#contracts/http/escalation.js';

export const explainEnvelope = explainBody.extend({ alert: z.unknown() });
