/** What the units and sites of an exercise are called, and which side a unit is on. */
import type { Snapshot } from '#contracts/http/snapshots.js';
import type { unitPage } from '#contracts/http/units.js';
import { english } from '#contracts/sentences/english.js';
import type { LocalizedText } from '#domain/kernel/localized-text.js';
import type { Side } from '#domain/kernel/side.js';
import type { z } from 'zod';
import { path, type ApiClient } from '../client/api-client.js';

export interface NamedSite {
  readonly id: string;
  readonly name: LocalizedText;
}

export interface NamedUnit extends NamedSite {
  readonly side: Side;
}

export class ExerciseNames {
  readonly #sides: Map<string, Side>;
  readonly #names: Map<string, string>;

  constructor(
    units: readonly NamedUnit[] = [],
    readonly sites: readonly NamedSite[] = [],
  ) {
    this.#sides = new Map(units.map(({ id, side }) => [id, side]));
    this.#names = new Map([...units, ...sites].map(({ id, name }) => [id, english(name) || id]));
  }

  /** The name in English, or the id where no name is known. */
  nameOf(id: string): string {
    return this.#names.get(id) ?? id;
  }

  /** Undefined while it is not known. */
  sideOf(unit: string): Side | undefined {
    return this.#sides.get(unit);
  }

  learnSide(unit: string, side: Side): void {
    this.#sides.set(unit, side);
  }
}

/** As the caller may know them; empty when they cannot be read: lines then show ids, and are not wrong. */
export async function readNames(api: ApiClient, exercise: string): Promise<ExerciseNames> {
  try {
    const { scenario } = await api.send<Snapshot>(path('exercises', exercise, 'snapshot'));
    return new ExerciseNames(scenario.units, scenario.sites);
  } catch {
    // An exercise of another version of the engine has no snapshot; its units can be read all the same.
  }
  try {
    const page = await api.send<z.infer<typeof unitPage>>(`${path('exercises', exercise, 'units')}?limit=500`);
    return new ExerciseNames(page.items);
  } catch {
    return new ExerciseNames();
  }
}
