/** The script, as it goes on. */
import type { Inject } from '#domain/inject/inject.js';
import type { Request } from './sides.js';
import type { Due } from './due.js';

/** An inject, and what has become of it. */
export interface Scripted {
  readonly inject: Inject;
  status: 'waiting' | 'scheduled' | 'fired' | 'skipped';
  /** How often it has fired. */
  fired: number;
  /** Its next time. */
  due?: Due;
  /** When it is too late for it. */
  latest?: Due;
  /** The request that it has made. */
  request?: Request;
  /** The other side has a tear line of what it brought in; its id, if it has one. */
  shared?: { readonly tearLine: string | undefined };
}
