/** What `tandem start` shows: the demonstration, kept running and fed, and the live feed of the exercise in the terminal. */
import { setTimeout as pause } from 'node:timers/promises';
import type { EventView } from '#contracts/http/events.js';
import { formatExerciseTime } from '#contracts/scenario/duration.js';
import { ApiClient } from '../client/api-client.js';
import { latestOpenExercise, type ExerciseView } from '../client/exercises.js';
import { reasonOf } from '../failure.js';
import { EventPrinter } from '../terminal/event-printer.js';
import { readNames } from '../terminal/exercise-names.js';
import type { Paint } from '../terminal/paint.js';
import { FollowLog } from '../client/follow-log.js';
import { readProjectJson } from '../files/project-files.js';
import { BETWEEN_MS, feedAlerts } from './alert-feed.js';
import { openDemonstration, type Demonstration } from './demonstration.js';
import { pauseRunning, stillPaused } from './pause-exercises.js';
import { alertTemplates, DemonstrationAlerts } from './demonstration-alerts.js';
import { pausedFile } from './kept-file.js';
import { within } from './managed-process.js';

export interface LiveFeedSettings {
  /** With a controller's token. */
  readonly api: ApiClient;
  /** The service's token by which alerts are posted. */
  readonly feedToken: string;
  /** The data folder. */
  readonly directory: string;
  readonly print: (line: string) => void;
  readonly say: (line: string) => void;
  readonly paint: Paint;
  readonly options: { readonly speed?: number; readonly every?: number };
}

const LOOK_FOR_EXERCISE_MS = 2_000;
const LOOK_AT_CURSOR_MS = 20;

export class LiveFeed {
  private readonly stopping = new AbortController();
  private demonstration: Demonstration | undefined;
  private log: FollowLog | undefined;
  /** Id of the exercise whose events are shown. */
  private followed: string | undefined;

  constructor(private readonly settings: LiveFeedSettings) {}

  async openDemonstration(): Promise<Demonstration> {
    const { api, directory, options } = this.settings;
    const { speed } = options;
    this.demonstration = await openDemonstration({ api, paused: pausedFile(directory), speed });
    return this.demonstration;
  }

  describe({ exercise, how }: Demonstration): string {
    return `demonstration ${exercise.id} ${how} at ${formatExerciseTime(exercise.time)}`;
  }

  /** Shows the demonstration and feeds it; without one, shows the exercise that is open, as soon as there is one. */
  async follow(opened: Demonstration | undefined): Promise<void> {
    if (opened === undefined) {
      void this.followLatest();
      return;
    }
    const { api, feedToken, options, say } = this.settings;
    await this.followExercise(opened.exercise.id, opened.after);
    const { id, lastSeq } = opened.exercise;
    const templates = alertTemplates.parse(readProjectJson('scenarios', 'demonstration-alerts.json'));
    // Each start goes on with another part of the same drawn order; the same log gives the same.
    const alerts = new DemonstrationAlerts(templates, `${id} ${lastSeq}`, Date.now().toString(36).toUpperCase());
    const betweenMs = options.every === undefined ? BETWEEN_MS : options.every * 1000;
    const service = new ApiClient(api.url, feedToken);
    feedAlerts({ controller: api, service, exercise: id, alerts, say, betweenMs }, this.stopping.signal).catch(
      (error: unknown) => say(`The demonstration feed has ended: ${reasonOf(error)}`),
    );
  }

  /** Exercises that an earlier stop paused and that stand still. */
  pausedBefore(): Promise<ExerciseView[]> {
    const { api, directory } = this.settings;
    return stillPaused({ api, paused: pausedFile(directory) });
  }

  /** No further alert; every running exercise pauses; the live feed ends with that. */
  async stop(withinMs: number): Promise<void> {
    this.stopping.abort();
    try {
      const paused = this.pauseAndShow();
      // A late failure of what is not waited for any more is nobody's.
      paused.catch(() => undefined);
      if (!(await within(paused, withinMs)))
        this.settings.say('Running exercises may not be paused: no answer in time.');
    } finally {
      this.close();
    }
  }

  /** Until the terminal has also shown the pause. */
  private async pauseAndShow(): Promise<void> {
    const { api, directory, print } = this.settings;
    const paused = await pauseRunning({ api, paused: pausedFile(directory) }, this.demonstration?.exercise.id);
    for (const { exercise } of paused) {
      if (exercise.id !== this.demonstration?.exercise.id) print(`  Paused exercise ${exercise.id}.`);
    }
    const seq = paused.find(({ exercise }) => exercise.id === this.followed)?.seq;
    if (seq === undefined) return;
    while (this.log?.isOpen === true && this.log.cursor < seq) await pause(LOOK_AT_CURSOR_MS);
  }

  close(): void {
    this.stopping.abort();
    this.log?.close();
  }

  private async followExercise(exercise: string, after: number): Promise<void> {
    const { api, print, paint, say } = this.settings;
    const names = await readNames(api, exercise);
    const printer = new EventPrinter({ print, paint, columns: () => process.stdout.columns, names });
    if (this.stopping.signal.aborted) return;
    this.followed = exercise;
    this.log = new FollowLog({
      url: api.url,
      token: api.token,
      exercise,
      after,
      onEvents: (events: readonly EventView[]) => void printer.show(events),
      onTrouble: (trouble) => {
        if (!this.stopping.signal.aborted) say(trouble ?? 'The live feed goes on.');
      },
    }).start();
    this.log.ended.catch((error: unknown) => say(`The live feed has ended: ${reasonOf(error)}`));
  }

  private async followLatest(): Promise<void> {
    const { api, print, paint } = this.settings;
    const { signal } = this.stopping;
    let isFirstLook = true;
    while (!signal.aborted) {
      const open = await latestOpenExercise(api).catch(() => undefined);
      if (open !== undefined) {
        print(paint('dim', `  Showing exercise ${open.id}.`));
        await this.followExercise(open.id, isFirstLook ? open.lastSeq : 0);
        return;
      }
      if (isFirstLook) print(paint('dim', '  No exercise is open; the next one is shown here.'));
      isFirstLook = false;
      await pause(LOOK_FOR_EXERCISE_MS, undefined, { signal }).catch(() => undefined);
    }
  }
}
