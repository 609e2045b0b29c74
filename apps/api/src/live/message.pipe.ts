/** What a socket message carries, checked against its shape. */
import type { PipeTransform } from '@nestjs/common';
import type { z } from 'zod';
import { checked } from '../http/body-text.js';

export class MessagePipe implements PipeTransform {
  constructor(private readonly shape: z.ZodType) {}

  /** @throws InputError INPUT_INVALID */
  transform(message: unknown): unknown {
    return checked(message, this.shape);
  }
}
