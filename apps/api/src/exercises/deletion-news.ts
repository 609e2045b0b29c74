/** News of deleted exercises, from this process or another: each cache drops what it holds of them. */
import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { PeopleChannel } from '#infra/accounts/people-channel.js';
import { ExerciseStore } from '#infra/exercises/exercise-store.js';
import { LOG } from '../tokens.js';

/**
 * In this order: the catalog, so that nobody is let in any more; what keeps something of it; those who follow it, who get a last
 * message; and the accounts that were deleted with it, whose sockets would else be closed without one.
 */
const STAGES = ['catalog', 'keepers', 'followers', 'accounts'] as const;
type Stage = (typeof STAGES)[number];

@Injectable()
export class DeletionNews {
  private readonly listeners = new Map<Stage, ((exercise: string) => void)[]>();
  private readonly watched: (() => Iterable<string>)[] = [];

  constructor(
    people: PeopleChannel,
    private readonly store: ExerciseStore,
    @Inject(LOG) private readonly log: Logger,
  ) {
    people.subscribe((news) => {
      if ('deletedExercise' in news) this.hear(news.deletedExercise);
    });
    people.onReconnected(() => void this.lookAgain());
  }

  /** @param listener is called at least once for each exercise */
  onDeleted(listener: (exercise: string) => void, stage: Stage = 'keepers'): void {
    this.listeners.set(stage, [...(this.listeners.get(stage) ?? []), listener]);
  }

  /** @param exercises of which this process knows something: looked up when news may have been missed */
  watch(exercises: () => Iterable<string>): void {
    this.watched.push(exercises);
  }

  hear(exercise: string): void {
    for (const stage of STAGES) for (const listener of this.listeners.get(stage) ?? []) listener(exercise);
  }

  private async lookAgain(): Promise<void> {
    try {
      const known = new Set(this.watched.flatMap((exercises) => [...exercises()]));
      for (const exercise of await this.store.deletedAmong(known)) this.hear(exercise);
    } catch (error) {
      this.log.warn({ err: error }, 'deleted exercises are found later');
    }
  }
}
