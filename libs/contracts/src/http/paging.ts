/** Lists come in pages: `limit` entries, and an opaque cursor to what follows. */
import { z } from 'zod';
import { hasForbiddenCharacter } from '../json/characters.js';

export const DEFAULT_PAGE = 50;
const MAX_PAGE = 500;

/** The parameters of an address are texts; this reads a whole number from one. To clients it is a number. */
export function wholeNumber(min: number, max: number): z.ZodPipe<z.ZodString, z.ZodTransform<number, string>> {
  return z
    .string()
    .meta({ type: 'integer', minimum: min, maximum: max })
    .transform((text, context) => {
      const value = Number(text);
      if (/^\d{1,16}$/.test(text) && value >= min && value <= max) return value;
      context.addIssue({
        code: 'custom',
        message: 'a whole number',
        params: { code: 'FORMAT', right: `a whole number from ${min} to ${max}` },
      });
      return z.NEVER;
    });
}

const limitText = wholeNumber(1, MAX_PAGE).meta({ description: `Entries in a page, 1 to ${MAX_PAGE}.` });

export const pageQuery = {
  limit: limitText.optional().meta({ description: `Entries in a page, 1 to ${MAX_PAGE}; default ${DEFAULT_PAGE}.` }),
  cursor: z.string().min(1).max(500).optional().meta({ description: '`next` of the page before.' }),
};

/** A filter that takes one value or several, separated by commas: any of them counts. */
export function anyOf<const T extends readonly [string, ...string[]]>(values: T) {
  return z
    .string()
    .transform((text, context): T[number][] => {
      const parts = text.split(',');
      if (parts.length <= values.length && parts.every((part) => (values as readonly string[]).includes(part)))
        return parts;
      context.addIssue({
        code: 'custom',
        message: 'a list of known values',
        params: { code: 'NOT_ONE_OF', right: `of ${values.join(', ')}, separated by commas` },
      });
      return z.NEVER;
    })
    .optional()
    .meta({ description: `Any of ${values.join(', ')}, separated by commas.` });
}

export function page<T extends z.ZodType>(id: string, item: T) {
  return z
    .object({
      items: z.array(item),
      next: z.string().optional().meta({ description: 'Cursor of the next page; absent on the last one.' }),
    })
    .meta({ id });
}

/** An id as it stands in an address: what is not of this form cannot exist. */
export const idText = z
  .string()
  .min(1)
  .max(200)
  .refine((value) => !hasForbiddenCharacter(value), {
    params: { code: 'FORBIDDEN_CHARACTER' },
  });
