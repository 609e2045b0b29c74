/** States as viewers know them, each folded from its own stream alone. They are kept, and brought up to date when somebody asks. */
import { type Stream, STREAMS } from '#domain/kernel/side.js';
import {
  evolveViewerState,
  openViewerState,
  serialiseViewerState,
  type ShownEvent,
} from '#domain/engine/viewer-state.js';
import type { State } from '#domain/engine/state.js';
import { scenarioIn } from '#domain/exercise/shown-scenario.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import type { EventReader, JsonText, StreamEvent } from '#infra/log/event-reader.js';

/** Each may be as large as a worker's. */
const REMEMBERED = 8;
/** Events that are read and folded at a time: some milliseconds of work, then others have their turn. */
const PAGE = 500;

export interface ViewerSnapshot {
  /** Number of the last event that the state holds. */
  readonly seq: number;
  readonly scenario: JsonText;
  readonly state: JsonText;
}

/** One fold, and its last snapshot for all who ask before anything else happens. */
interface Fold {
  readonly state: State;
  readonly scenario: JsonText;
  snapshot?: ViewerSnapshot;
}

export class ViewerStates {
  /** By stream and exercise; the one that was asked for last comes last. */
  private readonly folds = new Map<string, Fold>();
  /** What is under way, by stream and exercise: one after the other, since a fold is not looked at while it changes. */
  private readonly last = new Map<string, Promise<unknown>>();

  constructor(private readonly reader: EventReader) {}

  /**
   * @param until number of an event in this stream: the snapshot holds it, and perhaps some that came after it
   * @throws DatabaseUnavailable
   */
  async snapshot(exerciseId: string, stream: Stream, scenario: Scenario, until: number): Promise<ViewerSnapshot> {
    const key = `${stream} ${exerciseId}`;
    const before = this.last.get(key) ?? Promise.resolve();
    const result = before.then(() => this.current(key, { exerciseId, stream, scenario, until }));
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

  /** It was deleted: its states are dropped, also those that are being brought up to date. */
  forgetExercise(exerciseId: string): void {
    for (const stream of STREAMS) {
      const key = `${stream} ${exerciseId}`;
      this.folds.delete(key);
      void this.last.get(key)?.then(() => this.folds.delete(key));
    }
  }

  private async current(
    key: string,
    wanted: { exerciseId: string; stream: Stream; scenario: Scenario; until: number },
  ): Promise<ViewerSnapshot> {
    const { exerciseId, stream, scenario, until } = wanted;
    // Taken out meanwhile: one that could not be brought up to date is not used again.
    const fold = this.folds.get(key) ?? newFold(stream, scenario);
    this.folds.delete(key);
    const { state } = fold;
    while (state.seqs[stream] < until) {
      const { events } = await this.reader.after(exerciseId, stream, state.seqs[stream], PAGE);
      if (events.length === 0) throw new Error(`the stream ${stream} of ${exerciseId} ends before its number ${until}`);
      for (const event of events) evolveViewerState(state, stream, parsed(event));
    }
    if (fold.snapshot?.seq !== state.seqs[stream]) {
      fold.snapshot = { seq: state.seqs[stream], scenario: fold.scenario, state: serialiseViewerState(state) };
    }
    this.remember(key, fold);
    return fold.snapshot;
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
  return { state: openViewerState(stream, shown), scenario: JSON.stringify(shown) };
}

function parsed({ seq, type, at, data, cause, actor, audience }: StreamEvent): ShownEvent {
  return {
    seq,
    type,
    at,
    data: JSON.parse(data) as object,
    cause: JSON.parse(cause) as object,
    actor: JSON.parse(actor) as object,
    audience,
  };
}
