/** What travels through the queue `delivery`: the id of a delivery that is due. Everything else stands in PostgreSQL. */
import { z } from 'zod';

export const DELIVERY_QUEUE = 'delivery';

/** Fields that it does not name are ignored: a process of another version may have sent the job. */
export const deliveryJobSchema = z.object({ delivery: z.string().min(1).max(100) });
export type DeliveryJob = z.infer<typeof deliveryJobSchema>;
