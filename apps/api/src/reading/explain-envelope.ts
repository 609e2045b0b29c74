/** What comes around the alert: the alert itself is checked by `parseAlert`, which tells its faults in the words of CAP. */
import { z } from 'zod';
import { explainBody } from '#contracts/http/escalation.js';

export const explainEnvelope = explainBody.extend({ alert: z.unknown() });
