/** Texts that people write. */
import { z } from 'zod';
import { hasForbiddenCharacter } from '../json/characters.js';

/** @param max how many characters it may have, in UTF-16 units; at least one that is not blank */
export function plainText(max: number) {
  return z
    .string()
    .min(1)
    .max(max)
    .refine((value) => !hasForbiddenCharacter(value), {
      params: { code: 'FORBIDDEN_CHARACTER', right: 'no control or bidi characters' },
    })
    .refine((value) => value === '' || value.trim() !== '', {
      params: { code: 'TOO_SHORT', right: 'more than blanks' },
    });
}
