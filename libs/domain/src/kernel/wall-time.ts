import type { Branded } from './brand.js';

/** A moment of the real world: epoch ms, perhaps with a fraction. The clock that counts is PostgreSQL's. */
export type WallTime = Branded<number, 'WallTime'>;

export const wallTime = (ms: number): WallTime => ms as WallTime;
