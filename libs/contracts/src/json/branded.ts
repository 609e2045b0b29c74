/** Schemas of ids and times. The domain's types exist for the compiler only: texts and numbers are checked and documented as such. */
import type { z } from 'zod';

/** The same schema; what it has checked is of the domain's type. */
export function branded<T extends string | number>(
  schema: z.ZodType<T extends string ? string : number, T extends string ? string : number>,
): z.ZodType<T, T extends string ? string : number> {
  return schema as unknown as z.ZodType<T, T extends string ? string : number>;
}
