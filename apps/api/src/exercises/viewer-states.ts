/** States as viewers know them, each folded from its own stream alone. They are kept, and brought up to date when somebody asks. */
import { Injectable } from '@nestjs/common';
import type { Stream } from '#domain/kernel/side.js';
import {
  evolveViewerState,
  openViewerState,
  serialiseViewerState,
  type ShownEvent,
} from '#domain/engine/viewer-state.js';
import type { State } from '#domain/engine/state.js';
import { scenarioIn } from '#domain/exercise/shown-scenario.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import { isWall, namesOf, readsAll, type Reader } from '#domain/release/label.js';
import type { Viewing } from '#domain/release/shown.js';
import {
  eventJson,
  isLabelled,
  mayReadEvent,
  EventReader,
  type JsonText,
  type StreamEvent,
} from '#infra/log/event-reader.js';
import { DeletionNews } from './deletion-news.js';

/** Each may be as large as a worker's. */
const REMEMBERED = 16;
/** Events that are read and folded at a time: some milliseconds of work, then others have their turn. */
const PAGE = 500;

export interface ViewerSnapshot {
  /** Number of the last event that the state holds. */
  readonly seq: number;
  readonly scenario: JsonText;
  readonly state: JsonText;
}

interface Wanted {
  readonly exerciseId: string;
  readonly viewing: Viewing;
  readonly scenario: Scenario;
  readonly until: number;
}

/** One fold, and its last snapshot for all who ask before anything else happens. */
interface Fold {
  readonly state: State;
  readonly scenario: JsonText;
  /** Whether all readers of the stream have seen the same so far, the wall aside. */
  isCommon: boolean;
  snapshot?: ViewerSnapshot;
}

@Injectable()
export class ViewerStates {
  /** By stream, exercise and who sees the same of it; the one that was asked for last comes last. */
  private readonly folds = new Map<string, Fold>();
  /** What is under way, by stream and exercise: one after the other, since a fold is not looked at while it changes. */
  private readonly last = new Map<string, Promise<unknown>>();

  constructor(
    private readonly reader: EventReader,
    deletions: DeletionNews,
  ) {
    deletions.onDeleted((exercise) => this.forgetExercise(exercise));
  }

  /**
   * @param until number of an event in this stream: the snapshot holds it, and perhaps some that came after it
   * @throws DatabaseUnavailable
   */
  async snapshot(exerciseId: string, viewing: Viewing, scenario: Scenario, until: number): Promise<ViewerSnapshot> {
    const common = `${viewing.stream} ${exerciseId}`;
    const wanted = { exerciseId, viewing, scenario, until };
    if (isWall(viewing.reader)) return this.take(`${common} wall`, wanted).then(({ snapshot }) => snapshot);
    // One fold for all, until a label keeps something from some of them: from then on, one for each of those who see the same.
    const shared = await this.take(common, { ...wanted, viewing: { ...viewing, reader: NOBODY } });
    if (shared.isCommon) return shared.snapshot;
    const alike = readsAll(viewing.reader) ? 'all' : namesOf(viewing.reader).join(' ');
    return (await this.take(`${common} ${alike}`, wanted)).snapshot;
  }

  private async take(key: string, wanted: Wanted): Promise<{ snapshot: ViewerSnapshot; isCommon: boolean }> {
    const before = this.last.get(key) ?? Promise.resolve();
    const result = before.then(() => this.current(key, wanted));
    const settled = result.then(
      () => undefined,
      () => undefined,
    );
    this.last.set(key, settled);
    try {
      return await result;
    } finally {
      if (this.last.get(key) === settled) this.last.delete(key);
    }
  }

  /** Its states are dropped, also those that are being brought up to date. */
  private forgetExercise(exerciseId: string): void {
    const isOf = (key: string): boolean => key.split(' ')[1] === exerciseId;
    for (const key of [...this.folds.keys()].filter(isOf)) this.folds.delete(key);
    for (const [key, last] of this.last) if (isOf(key)) void last.then(() => this.folds.delete(key));
  }

  private async current(key: string, wanted: Wanted): Promise<{ snapshot: ViewerSnapshot; isCommon: boolean }> {
    const { exerciseId, viewing, scenario, until } = wanted;
    const { stream } = viewing;
    // Taken out meanwhile: one that could not be brought up to date is not used again.
    const fold = this.folds.get(key) ?? newFold(stream, scenario);
    this.folds.delete(key);
    const { state } = fold;
    while (state.seqs[stream] < until) {
      const { events } = await this.reader.after(exerciseId, stream, state.seqs[stream], PAGE);
      if (events.length === 0) throw new Error(`the stream ${stream} of ${exerciseId} ends before its number ${until}`);
      for (const event of events) {
        if (isLabelled(event)) fold.isCommon &&= !isKeptFromSome(event);
        evolveViewerState(state, stream, shownTo(viewing, event));
      }
    }
    if (fold.snapshot?.seq !== state.seqs[stream]) {
      fold.snapshot = { seq: state.seqs[stream], scenario: fold.scenario, state: serialiseViewerState(state) };
    }
    this.remember(key, fold);
    return { snapshot: fold.snapshot, isCommon: fold.isCommon };
  }

  private remember(key: string, fold: Fold): void {
    this.folds.set(key, fold);
    if (this.folds.size <= REMEMBERED) return;
    const oldest = this.folds.keys().next();
    if (oldest.done !== true) this.folds.delete(oldest.value);
  }
}

function newFold(stream: Stream, scenario: Scenario): Fold {
  const shown = scenarioIn(stream, scenario);
  return { state: openViewerState(stream, shown), scenario: JSON.stringify(shown), isCommon: true };
}

/** A reader of a stream that no label names: what is kept from it is kept from some. */
const NOBODY: Reader = { kind: 'account', id: '', role: 'liaison' };

function isKeptFromSome(event: StreamEvent): boolean {
  return !mayReadEvent(event, NOBODY);
}

function shownTo({ reader }: Viewing, event: StreamEvent): ShownEvent {
  return JSON.parse(eventJson(event, reader)) as ShownEvent;
}
